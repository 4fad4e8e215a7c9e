//! Czech: abbreviations after the Internetová jazyková příručka.

use super::{Facts, NONE, Ordinals};

pub const FACTS: Facts = Facts {
    tag: "cs",
    never: "p pí sl např tj tzn tzv mj resp popř příp dr mudr judr phdr rndr paeddr thdr mvdr ing arch mgr \
        bc doc prof akad gen plk pplk mjr kpt por ppor npor prap rtm sv ul nám tř red zn ev tel kupř angl \
        něm franc fr lat ital řec rus slov pol šp srov zvl zejm cca nar zemř býv event evtl vč cit orig \
        překl pozn spol ms mr mrs hl zást gen.řed o.s j.m č.p č.j vl os n.p odd okr st.zást csc drsc ph th \
        s.r",
    maybe: "atp ad n.l př.n.l př.kr po.kr kr mil mld a.s s.r.o r.o k.s o.p.s v.o.s z.s ml st jr sr b.m r \
        ph.d inc corp co ltd a.m p.m dr.sc v.v t.č s.p t.r m.r n.m u.s",
    listing: "atd apod aj etc",
    number: "č čís str s odst písm čl kap obr tab roč sv r par § hl sb zák vyhl ods l",
    eras: "n.l př.n.l tis mil mld hod min sek ks stol kč",
    starters: "v ve na po s se z ze za do pro při o od bez pod nad přes před mezi kolem jak co jestli \
        pokud když až tak také taky též ale a i nebo či však avšak on ona ono oni ony my vy já ty jeho \
        její jejich to ten ta ti tyto tato tento toto tomu tím těch tam tu tady zde už již ještě ne ani \
        ano podle dříve později dnes včera zítra proto ačkoli ačkoliv aby hle náš naše můj moje svůj jeden \
        jedna dva dvě tři ostatně právě jen pouze dokonce jiný jiná jiné někteří některé mnoho mnozí každý \
        nikdo nic kde kam proč zda byl byla bylo byli byly bude je jsou má mají může proti místo díky \
        kvůli kromě během zatímco navíc zároveň protože neboť tedy u k ke několik všichni všechny všechno \
        který která které nyní potom pak poté nakonec konečně letos loni celkem naopak přesto přitom tehdy \
        vedle vloni dále",
    counted: "ledna února března dubna května června července srpna září října listopadu prosince liga \
        ligy armáda pluk divize",
    names: "Yahoo",
    labelled: "vitamin vitamín plán typ typu skupina skupině třída třídy hepatitida",
    ordinals: Ordinals::Dotted,
    ..NONE
};
