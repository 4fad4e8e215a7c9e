//! Finnish: abbreviations after the Kielitoimiston ohjepankki.

use super::{Facts, NONE, Ordinals};

pub const FACTS: Facts = Facts {
    tag: "fi",
    never: "esim ts mm ns nk so tri toht prof dos fil maist kand lis ins dipl.ins ent evl kapt luutn ltn \
        maj kenr ev amir synt k s n vrt ks ao em ko mr mrs ms st pj vpj siht toim suom engl ruots saks \
        ransk lat ven vir kreik Tk puh.joht joht vs yo alk arkkit hist nyk oik vanh tod.näk p.o t.s o.s",
    maybe: "ynnä tms t eKr jKr eaa jaa e.kr j.kr yht kys os kl inc corp co ltd jr sr p.s tammik helmik \
        maalisk huhtik toukok kesäk heinäk elok syysk lokak marrask jouluk esik",
    listing: "jne yms ym etc",
    number: "nro n:o no s ss v vv puh kpl os t kl p mom art",
    eras: "eKr jKr milj mrd tuh kpl min sek pros",
    starters: "se ne hän he minä sinä me te tämä nämä tuo nuo ja mutta tai sekä vaan vaikka koska kun jos \
        että kuka mikä mitä missä mihin miksi miten milloin nyt sitten silloin siellä täällä tässä siinä \
        siitä tästä jo vielä myös ei eivät en kyllä jonka joka jotka ennen jälkeen eilen tänään huomenna \
        siksi lisäksi kuitenkin toisaalta yksi kaksi kolme moni monet kaikki jokainen muut toinen \
        ainoastaan vain jopa on oli ovat olivat voi sen niiden hänen heidän meidän minun tämän näiden \
        kuten sillä niin näin noin lopulta esimerkiksi muun muassa vuonna aluksi samalla vuoden tällä \
        toisin",
    counted: "tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta \
        syyskuuta lokakuuta marraskuuta joulukuuta luokka divisioona",
    names: "Yahoo",
    labelled: "vitamiini suunnitelma tyyppi ryhmä luokka",
    ordinals: Ordinals::Dotted,
    ..NONE
};
