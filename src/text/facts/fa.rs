//! Persian: a script without case; most abbreviations are single letters.

use super::{Facts, NONE};

pub const FACTS: Facts = Facts {
    tag: "fa",
    never: "د م ا ج س ع ق ر ش ن ب ک پ ف ل ی ت ح خ آ جی اِم جِی بی سی دی تی اس اف ام ان آر",
    maybe: "ق.م ه.ش ه.ق ه م.پ پ.م ش.م غیره",
    number: "ص صص ج ش رک ن بند",
    starters: "این آن او اما ولی همچنین",
    ..NONE
};
