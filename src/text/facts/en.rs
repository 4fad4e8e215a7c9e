//! English: abbreviations after CLDR suppressions, AP style and dictionaries.

use super::{Facts, NONE};

pub const FACTS: Facts = Facts {
    tag: "en",
    never: "mr mrs ms mx messrs mmes mme mlle dr drs prof profs rev revd Fr Br Hon Pres Rep Reps Sen Sens \
        Gov Govs Gen Gens Col Cols lt ltc lcdr sgt sgts capt capts cmdr cmdrs cdr comdr adm Maj cpl cpls \
        pvt pfc brig Ens supt insp Det Dets Dir Amb atty attys ald asst assoc dep Mgr msgr mgrs Ven Rt \
        Cllr Sra srta Ste e.g eg i.e ie cf viz vs v approx ca incl excl esp mt mts Ft Pt Lt.-Gen Lt.Gen \
        Maj.Gen Brig.Gen Lt.Col Lt.Gov St.Sgt née aka a.k.a Op trans transl orig resp abbr Gro Geo Wm Chas \
        Thos Jas Jos Benj Mt.St Det.Sgt Cpt Ph",
    maybe: "inc corp co cos ltd llc llp plc bros jr sr esq al ave blvd rd st dept bldg apt hwy pkwy ct sq \
        est ed eds dist assn natl intl govt mfg univ tel publ a.m p.m a.d b.c b.c.e c.e u.s u.k u.n e.u \
        d.c u.s.a u.s.s.r l.a n.y n.c s.c n.d s.d n.h n.j n.m w.va r.i b.a m.a b.s m.s ph.d m.d m.b.a j.d \
        r.n d.d.s d.phil ll.b b.sc m.sc p.s ps r.i.p Tue Tues Weds Thu Thur Thurs Ala Ariz Ark Calif Colo \
        Conn Del Fla Ga Ind Kan Kans Ky La Md Mich Minn Mo Mont Neb Nebr Nev Okla Oreg Pa Penn Penna Tenn \
        Tex Va Vt Wis Wisc Wyo Ont Que Alta Sask Dak N.Dak s.p.a s.a a.g n.v b.v",
    listing: "etc",
    number: "no nos nr p pp pg pgs fig figs vol vols ch chap chaps arts sect para paras cl eq eqs exs tel \
        n° Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec ext Art Arts",
    eras: "b.c b.c.e min max sec secs hr hrs mo mos yr yrs lb lbs oz ft mph sq.ft",
    starters: "the a an this that these those he she it they we you i his her its their our my your there \
        here what when where why who whom whose how which while if as although though because since after \
        before until unless whereas in on at by for from to with without within under over during through \
        throughout between among against despite about above across along around and but or nor so yet \
        then thus therefore hence however moreover meanwhile nevertheless nonetheless also still even now \
        today yesterday tomorrow tonight some many most several few all both each every another other \
        others one two no not nobody nothing none only just perhaps maybe according once later earlier \
        instead such is are was were do does did has have had can could should would let lets please yes \
        well first finally additionally furthermore further afterwards afterward eventually last next \
        whether whatever whenever upon like unlike given following asked it's he's she's that's there's \
        we're they're you're i'm i've we've they've i'd i'll don't didn't isn't",
    reports: "said says say asked asks told tells wrote writes added adds replied replies answered answers \
        shouted yelled cried wondered wonders wants wanted exclaimed demanded tweeted posted continued \
        recalled explained noted joked quipped insisted declared warned inquired queried muttered \
        whispered screamed responded thought reads began",
    names: "Yahoo Jeopardy Yum Wham Shazam Mia Joomla Kahoot Houdini Oliver Airplane Neu Chips Ahoy",
    labelled: "vitamin plan class type group grade hepatitis category appendix exhibit section option team \
        phase schedule series block zone unit level point pool product formula generation and than",
    ..NONE
};
