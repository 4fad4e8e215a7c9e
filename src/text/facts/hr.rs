//! Croatian: abbreviations after the Hrvatski pravopis; they serve Bosnian and Serbian in Latin script too.

use super::{Facts, NONE, Ordinals};

pub const FACTS: Facts = Facts {
    tag: "hr",
    never: "dr mr sc prof akad dipl ing oec iur mag gosp gđa gđica gđe g sv ul tzv tj npr odn tzn usp pok \
        gen bojn puk kap fra msgr mons preč vlč doc m.sc dr.sc mr.sc izv rođ bl nadb o ur prev engl njem \
        franc lat tal mađ špan kol rkt nar mjes v.d pom zam dir preds tel faks spec prim vet stom arh aps \
        univ bacc struč sur ovl hrv srp",
    maybe: "itsl sl d.o.o d.d j.d.o.o k.d o.o p.n.e n.e pr.kr po.kr kr h sec mil ml st jr sr inc corp co \
        ltd a.m p.m ph.d r.h u.s j.d",
    listing: "itd i.dr i.sl etc",
    number: "br str s čl st toč t gl pogl sv kbr al ods sl tab fig god r",
    eras: "n.e p.n.e tis mil mlrd kn god min sek kom",
    starters: "u na po s sa iz za do od pri o bez pod nad kroz prije nakon poslije između oko kako što ako \
        kad kada dok tako također i ali a ili no međutim on ona ono oni one mi vi ja ti njegov njezin \
        njihov to taj ta te ovaj ova ovo ovi ove onaj sve svi tko netko koji koja koje osim zajedno sada \
        tada zatim potom tamo ovdje već još ne ni nije da prema ranije kasnije danas jučer sutra zato iako \
        među evo naš naša moj moja svoj jedan jedna dva dvije tri uostalom upravo samo čak drugi druga \
        drugo neki neke mnogi svaki nitko ništa gdje kamo zašto bio bila bilo bili bile bit biti će je su \
        ima može protiv umjesto zahvaljujući zbog tijekom dakle jer stoga pritom k ka unatoč uz usprkos \
        ipak naime dodao dodaje rekao kazao ističe naglasio istaknuo ukupno lani ondje čim nema nisu \
        očekuje godine",
    counted: "siječnja veljače ožujka travnja svibnja lipnja srpnja kolovoza rujna listopada studenoga \
        studenog prosinca januara februara marta aprila maja juna jula augusta septembra oktobra novembra \
        decembra stoljeća stoljeće hnl liga brigada bojna",
    names: "Yahoo",
    labelled: "vitamin plan tip skupina skupini razred hepatitis",
    ordinals: Ordinals::Dotted,
    ..NONE
};
