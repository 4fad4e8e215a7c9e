//! Portuguese of Portugal and Brazil: abbreviations after the Vocabulário Ortográfico and news style books.

use super::{Facts, NONE};

pub const FACTS: Facts = Facts {
    tag: "pt",
    never: "sr sra srs sras srta srtas dr dra drs dras prof profa profs profª eng enga engº arq adv exmo \
        exma ilmo ilma rev revmo gen gal cel ten maj sgt cb alm brig sto sta fr pe mons av pça pç rod trav \
        tv obs ex p.ex aprox d D S dep vs cf cfr vd st mr mrs ms mme jd dir dpto depto secr",
    maybe: "ltda cia cª s.a s.a.r.l sarl a.c d.c a.m p.m jr ed eds n.e e.c e.u.a inc corp co ltd lda unip \
        org coord",
    listing: "etc",
    number: "pág págs pag p pp n nº n.º núm art arts inc cap caps vol vols fig figs tel séc t ref par al \
        km fl fls jan fev abr jun jul ago nov dez",
    eras: "a.c d.c",
    starters: "o a os as um uma uns umas este esta estes estas esse essa esses essas isso isto aquele \
        aquela aquilo ele ela eles elas eu tu nós você vocês e ou mas porém contudo todavia entretanto \
        embora porque pois como quando onde se que quem qual em no na nos nas de do da dos das ao aos à às \
        com sem por pelo pela pelos pelas para segundo sobre após desde até entre contra durante mediante \
        ante sob além também assim então depois antes agora hoje ontem amanhã aqui ali lá já não nem sim \
        todo toda todos todas outro outra outros outras algum alguma alguns algumas nenhum cada muitos \
        muitas vários várias meu minha seu sua seus suas nosso nossa é são era eram foi foram há havia \
        está estão enquanto atualmente finalmente apesar ainda mesmo só apenas dois duas três num numa \
        neste nesta nesse nessa daí quanto caso conforme portanto",
    names: "Yahoo",
    labelled: "vitamina plano tipo grupo classe hepatite série ponto",
    ..NONE
};
