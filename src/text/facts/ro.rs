//! Romanian: abbreviations after DOOM and news style.

use super::{Facts, NONE};

pub const FACTS: Facts = Facts {
    tag: "ro",
    never: "dl dna dlui dnei dlor d-l d-na d-lui d-nei d-ra dra dr prof ing ec lt cpt mr plt sgt sf str bd \
        bdul b-dul bld jud com acad asist conf lect arh mrs ms pr pt vs cf ex de.ex aprox cca ș.cl n.b i.e \
        e.g univ insp adj ch chim fiz pict reg șos Șt Gh Const",
    maybe: "ș.c.l d.hr î.hr a.c a.m p.m e.n î.e.n s.r.l s.a s.c jr sr ed n.red n.r inc corp co ltd p.s u.e \
        s.u.a",
    listing: "etc ș.a ş.a ș.a.m.d ş.a.m.d",
    number: "nr art alin lit pct pag p pp cap vol fig loc ap bl sc et tel t sec secț par km max min ian \
        feb febr apr iun iul aug sept oct nov dec",
    eras: "e.n î.e.n mil mld min sec",
    starters: "un o unui unei niște acest această acești aceste acesta aceasta aceștia acestea acel acea \
        acei acele el ea ei ele eu tu noi voi dumneavoastră și iar sau dar însă totuși deși pentru că \
        fiindcă deoarece cum când unde dacă să ce cine care în din de la cu fără pe prin după conform sub \
        spre între contra către despre până peste înainte înaintea potrivit asemenea astfel atunci apoi \
        deci acum azi astăzi ieri mâine aici acolo deja nu nici da tot toată toți toate alt altă alți alte \
        fiecare mulți multe câțiva câteva lui său sa nostru se îi le ne mă te este sunt era erau a au fost \
        are va vor ar timp totodată ulterior anterior numai doar doi două trei printre dintre într într-un \
        într-o dintr cei cele cel cea mai al ale",
    names: "Yahoo",
    labelled: "vitamina planul tipul grupa clasa hepatita",
    ..NONE
};
