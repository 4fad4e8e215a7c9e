//! Hebrew: a script without case; abbreviations take gershayim, so that few end in a full stop.

use super::{Facts, NONE};

pub const FACTS: Facts = Facts {
    tag: "he",
    never: "ד פרופ גב רח שד עו ר ג'י ת ת.ד ב.א מ.א ד.צ",
    maybe: "וכו וגו וכד ת.ז א.ב ב.ה ש.ג ע.ר",
    number: "עמ מס ס סע טל פס",
    starters: "הוא היא הם אבל אולם לכן",
    ..NONE
};
