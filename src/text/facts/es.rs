//! Spanish: abbreviations after the Real Academia's list and CLDR suppressions.

use super::{Facts, NONE};

pub const FACTS: Facts = Facts {
    tag: "es",
    never: "sr sra srta srtas sres sras dr dra dres dras D dª prof profa ing lic licda licdo arq abg gral \
        cnel tte sgto cdte alm sto sta ee rr ff cc jj avda av pza plza mons pbro excmo excma ilmo ilma fr \
        rvdo hno p.ej ej aprox vs admón dpto depto mr mrs ms st cf cfr vid ntra ntro fdo c.f s.s esq urb \
        gob dip pdte",
    maybe: "uu ee.uu aa hh oo a.c d.c a.e.c n.e a.m p.m s.a s.l s.r.l s.a.s cía cia ltda hnos ud uds vd \
        vds jr ed eds inc corp co ltd ss.mm ff.aa cc.oo jj.oo rr.hh t.v u.e",
    listing: "etc",
    number: "pág págs pag p pp núm núms num n nº n.º art arts cap caps vol vols fig figs tel tfno tlf t ap \
        apdo inc párr lib tom ref km c ene febr abr jun jul ago sept set oct nov dic",
    eras: "a.c d.c a.e.c n.e",
    starters: "el la los las lo un una unos unas este esta estos estas ese esa esos esas eso esto aquel \
        aquella él ella ellos ellas yo tú nosotros usted ustedes y e o u pero mas sino aunque porque pues \
        como cuando donde si que quien quienes cual cuyo en de del a al con sin por para según sobre tras \
        desde hasta hacia entre contra durante mediante ante bajo además también tampoco así entonces \
        luego después antes ahora hoy ayer mañana aquí allí ya no ni sí todo toda todos todas otro otra \
        otros otras algún alguna algunos algunas ningún ninguna cada muchos muchas varios varias mi mis tu \
        su sus nuestro nuestra se le les nos me te es son era eran fue fueron ha han había hay habiendo \
        está están embargo mientras actualmente finalmente igualmente incluso solo sólo dos tres qué quién \
        cómo cuándo dónde",
    names: "Yahoo",
    labelled: "vitamina plan tipo grupo clase hepatitis serie punto",
    ..NONE
};
