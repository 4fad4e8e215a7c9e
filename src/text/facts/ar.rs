//! Arabic: a script without case; most abbreviations are single letters.

use super::{Facts, NONE};

pub const FACTS: Facts = Facts {
    tag: "ar",
    never: "د أ ا م أ.د ا.د د.م ش ج س ط ع ل و ي ب ت ث خ ذ ز ظ غ ق ف ن ك إتش إم إس إف جي آر بي سي دي تي جيه \
        إل إن",
    maybe: "إلخ الخ هـ ه ق.م ب.م ق.هـ ص.ب ر.س د.ك ج.م ش.م.م",
    number: "ص ط ج ق م مج ع ت",
    starters: "وقال وقالت وأضاف وأضافت وأوضح لكن ولكن",
    ..NONE
};
