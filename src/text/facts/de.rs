//! German: abbreviations after Duden and CLDR suppressions.

use super::{Facts, NONE, Ordinals};

pub const FACTS: Facts = Facts {
    tag: "de",
    never: "z.b z.t d.h u.u i.d.r i.a v.a s.o s.u i.e e.g z.hd u.d.t o.g u.z i.b o.b.d.a i.d.f dr dres \
        prof hr Fr frl hrn dipl ing lic med phil jur rer nat habil st sankt hl bzw ca vgl ggf ggfs evtl \
        inkl exkl zzgl abzgl bspw sog sogen geb gest verh verw gegr kath ev evang ehem insb insbes allg \
        amtl bes bez betr bzgl einschl entspr frz engl griech lat röm ital span russ dt österr jap chin \
        amerik urspr ursprüngl eigtl eig vorm Tel fam gebr rd stv stellv vors mr mrs ms mme jun lt kgl \
        kais ehrw resp syn ausgespr Abg Min Präs Kfm Reg Inh Verf Hrsg hrsg übers bearb Gem Kr Bez Obst \
        Gen Oblt Hptm Maj Mag",
    maybe: "usw etc usf u.a u.ä o.ä u.v.m u.v.a v.chr n.chr chr jh jhd jhdt jh.s jahrh uvm uva str pl d.j \
        d.ä jr sr sen inc co corp ltd a.m a.d i.r m.e s.a e.v u.s u.dgl dgl o.j o.o v.u.z n.u.z i.v p.a \
        z.z zt Mo Di Mi Do Sa cie gmbh mwst",
    number: "nr nrn art abs s S bd bde kap abb tab ziff lit par anm vol p pp fig az max min mind tel § rn \
        rdnr nro jg bl seq Jan Jän Feb Febr Mär Apr Jun Jul Aug Sep Sept Okt Nov Dez",
    units: "mio mill mrd md bio bill tsd std min sek stk st pkt proz",
    eras: "v.chr n.chr chr v.u.z n.u.z",
    starters: "der die das den dem des ein eine einer einem einen eines er sie es wir ihr ich man wer was \
        wie wo wann warum in im an am auf aus bei beim bis durch für gegen hinter mit nach neben ohne seit \
        trotz über um unter von vom vor während wegen zu zum zur zwischen laut ab aber und oder doch denn \
        dennoch jedoch sondern auch noch nur schon so dann danach dabei dadurch dafür dagegen daher damit \
        daneben daran darauf daraufhin darin darüber darum dazu dort da hier heute gestern morgen jetzt \
        nun als wenn weil dass ob obwohl nachdem bevor sobald solange falls dies diese dieser dieses \
        diesem diesen jene jener jedes jeder jede alle alles allerdings außerdem zudem ferner deshalb \
        deswegen trotzdem insgesamt inzwischen später zuvor zunächst schließlich ebenso einige viele \
        mehrere manche beide andere kein keine keiner nicht nichts niemand sein seine seiner seinem seinen \
        ihre ihrer ihrem ihren unser unsere mein meine dein sich ist sind war waren hat haben hatte wird \
        werden wurde wurden kann soll muss bereits erst anfang ende mitte somit also vielleicht weiter \
        weitere weiterhin zwar",
    counted: "januar jänner februar märz april mai juni juli august september oktober november dezember \
        jahrhundert jahrhunderts jahrtausend weltkrieg",
    names: "Yahoo",
    labelled: "vitamin plan typ gruppe klasse hepatitis liga",
    ordinals: Ordinals::Dotted,
    ..NONE
};
