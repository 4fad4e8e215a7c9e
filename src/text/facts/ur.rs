//! Urdu: a script without case; the names of Latin letters stand for initials (`ایم۔ اے۔`).

use super::{Facts, NONE};

pub const FACTS: Facts = Facts {
    tag: "ur",
    never: "اے بی سی ڈی ای ایف جی ایچ آئی جے کے ایل ایم این او پی کیو آر ایس ٹی یو وی ڈبلیو ایکس وائی زیڈ \
        ڈاکٹر پروفیسر ع م ا ص د ج ب ق ن ف ر س",
    maybe: "وغیرہ ق.م",
    number: "ص ج",
    ..NONE
};
