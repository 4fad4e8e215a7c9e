//! Azerbaijani in Latin script: abbreviations after the orthographic dictionary; ordinals take a hyphen (`3-cü`).

use super::{Facts, NONE};

pub const FACTS: Facts = Facts {
    tag: "az",
    never: "məs prof dos akad dr mr mrs ms küç pr prosp müəl red tər bax ing lat yun polk kap leyt müh ş r \
        k q qəs i.o t.e.n f.e.d b.e.ə e.ə e məh bul xiy nəşr c h.b",
    maybe: "b ml etc inc corp co ltd b.e m m.ö a.ş a.b.ş əd",
    listing: "və.s və.b v.s v.b s",
    number: "s səh c n № b şək cəd mad tel",
    eras: "man qəp dəq san nəf",
    starters: "bu o bunlar onlar bir biz siz mən sən və amma lakin ancaq ya yaxud nə necə niyə kim hansı \
        əgər çünki həmçinin beləliklə sonra əvvəl daha hər heç bəzi çox bütün indi bugün dünən sabah \
        burada orada artıq hələ yenə bəli xeyr deyil isə onun bunun onu ona buna ondan bundan öz digər \
        eyni görə üstəlik halbuki bəlkə yalnız hətta iki üç həm qeyd xatırladaq əvvəlcə nəhayət həmin belə",
    names: "Yahoo",
    labelled: "vitamin vitamini planı qrupu",
    ..NONE
};
