//! Italian: abbreviations after dictionaries and news style books.

use super::{Facts, NONE};

pub const FACTS: Facts = Facts {
    tag: "it",
    never: "sig sigg sig.ra sig.na sigra dott dott.ssa dr dr.ssa prof prof.ssa proff avv ing arch geom rag \
        on sen Sen mons gen col magg ten serg cav comm S SS St ss p.es es cfr cf p.le v.le c.so p.za p.zza \
        l.go egr gent ill spett rev on.le vs q.b c.a lit fam f.lli trad ing.ri pres amm ass dip dir uff mr \
        mrs ms",
    maybe: "a.c d.c a.m p.m s.p.a s.r.l s.n.c s.a.s jr sr ed edd inc corp co ltd sec secc n.d.r ndr u.s \
        i.e p.s tel",
    listing: "ecc etc",
    number: "art artt n nn nr num pag pagg p pp cap capp vol voll fig figg par lett tab all c ca v sec \
        genn febb apr giu lug ago sett ott nov dic",
    eras: "a.c d.c",
    starters: "il lo la i gli le l un uno una questo questa questi queste quello quella quelli quelle \
        quell quest egli ella esso essa essi esse lui lei loro io tu noi voi e ed o ma però tuttavia anche \
        benché sebbene perché poiché siccome come quando dove se che chi cui quale quali in nel nello \
        nella nei negli nelle nell di del dello della dei degli delle dell a al allo alla ai agli alle all \
        da dal dallo dalla dai dagli dalle dall con col senza per secondo su sul sullo sulla sui sugli \
        sulle sull dopo prima fino verso tra fra contro durante mediante oltre sotto sopra così allora poi \
        quindi dunque infine inoltre ora oggi ieri domani qui qua là lì già non né sì tutto tutta tutti \
        tutte altro altra altri altre alcuni alcune nessun nessuno ogni molti molte vari varie mio mia suo \
        sua suoi sue nostro si ci vi ne mi ti è sono era erano fu furono ha hanno aveva c'è c mentre \
        invece infatti cioè solo soltanto due tre ciò nonostante grazie intanto",
    names: "Yahoo",
    labelled: "vitamina piano tipo gruppo classe epatite serie punto",
    ..NONE
};
