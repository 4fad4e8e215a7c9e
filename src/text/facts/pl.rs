//! Polish: abbreviations after the PWN dictionary.

use super::{Facts, NONE, Ordinals};

pub const FACTS: Facts = Facts {
    tag: "pl",
    never: "np tj tzn tzw m.in min dr hab prof inż mgr lek med gen płk ppłk mjr kpt por ppor sierż kpr asp \
        insp nadinsp podinsp kom nadkom podkom st ks bp abp kard św śp bł al pl os pow woj gm red sz ds ww \
        wg zob jw ur zm zd dot ang niem franc ros łac wł hiszp adm amb nt pt tel fax prok sędz mec dyr \
        prez wicemin doc adj zast z-ca zw ul p.o b p o tłum oprac przyp przeł reż scen muz wyst kier przew \
        sekr czł mar hr hrab cd ndst Chr płn płd wsch zach jez rz k.k k.c k.p.a k.p.k c.k pn pw śś dn pon \
        rew nb",
    maybe: "r w b.r br ub u.b r.ż n.e p.n.e r.k s.a z.o.o sp.z.o.o o.o wyd cdn jr sr pkt inc corp co ltd \
        s.c sp stol a.m p.m r.p nast n m.st rys tab im",
    listing: "itd itp in etc",
    number: "nr nry art ust pkt poz str s ss rozdz t tt tab rys dz par lp godz ok zał r k stycz lut kwiet \
        czerw lip sierp wrzes paźdz listop grudz dn",
    eras: "r w n.e p.n.e proc tys szt godz sek min",
    starters: "w we na po z ze za do dla przy o od bez pod nad przez przed między około jak co jeśli \
        jeżeli gdy kiedy póki tak także też ale a i oraz lub albo jednak lecz on ona ono oni one my wy ja \
        ty jego jej ich to ten ta te tego tej tych tym ci tamten wszystko wszyscy wszystkie kto który \
        która które którzy oprócz razem teraz wtedy potem następnie tam tu tutaj już jeszcze nie ani \
        zgodnie wcześniej później dziś dzisiaj wczoraj jutro dlatego choć chociaż aby żeby wśród oto nasz \
        nasza mój moja swój jeden jedna dwa dwie trzy zresztą właśnie tylko nawet inny inna inne inni \
        niektórzy wielu wiele każdy nikt nic gdzie dokąd dlaczego czy był była było byli były będzie jest \
        są może przeciwko zamiast dzięki wskutek poza podczas według natomiast ponadto jednocześnie bowiem \
        więc ponieważ skoro u ku kilka kilku zaś mimo pomimo gdyby obecnie ostatecznie wreszcie sam sama",
    counted: "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada \
        grudnia liga bundesliga dywizja armia pułk brygada korpus",
    names: "Yahoo",
    labelled: "witamina witaminy plan typ typu grupa grupie klasa klasy",
    ordinals: Ordinals::Dotted,
    ..NONE
};
