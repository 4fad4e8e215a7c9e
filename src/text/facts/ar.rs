//! Arabic: a script without case; most abbreviations are single letters.

use super::{Facts, NONE};

pub const FACTS: Facts = Facts {
    tag: "ar",
    never: "د أ ا م أ.د ا.د د.م ش ج س ط ع ل و ي ب ت ث خ ذ ز ظ غ ق ف ن ك إتش إم إس إف جي آر بي سي دي تي جيه إل إن",
    maybe: "إلخ الخ هـ ه ق.م ب.م ق.هـ ص.ب ر.س د.ك ج.م ش.م.م",
    number: "ص ط ج ق م مج ع ت",
    starters: "في من على إلى عن كما قال وقال وقالت وأضاف وأضافت لكن ولكن هذا هذه كان كانت وكان وكانت ثم وقد وفي ومن أما إن وإن هو هي هم يقول \
        وبعد بعد وهو وهي",
    ..NONE
};
