//! French: abbreviations after the Lexique des règles typographiques and CLDR suppressions.

use super::{Facts, NONE};

pub const FACTS: Facts = Facts {
    tag: "fr",
    never: "M MM mme mmes mlle mlles Me mgr dr drs pr St Ste Sts cf c.-à-d càd p.ex vs boul bd bld gén \
        capt lt lieut sgt adj cdt cne av apr Cf hab dir resp anc auj ibid id op loc rev trad Mr Mrs Ms \
        mons fg",
    maybe: "j.-c cie sté inc corp ltd s.a s.a.s s.a.r.l env éd coll dép arr jr sr a.m p.m e.-u u.e a.d al \
        suiv sq prof",
    listing: "etc",
    number: "p pp art n no nos vol fig chap chapt t tél ch al ann r par ref réf alin inf sup janv févr fév \
        avr juil sept oct nov déc",
    eras: "j.-c",
    starters: "le la les l un une des du de d ce cet cette ces il elle ils elles on nous vous je j tu mais \
        et ou or donc car ni dans en à a au aux pour par sur sous avec sans après avant depuis pendant \
        lors lorsque quand si comme selon cependant toutefois pourtant ainsi alors puis enfin ensuite mon \
        ma mes son sa ses leur leurs notre nos votre vos tout tous toute toutes aucun aucune plusieurs \
        certains certaines quelques chaque qui que quoi où c n s y là ici aussi même malgré grâce entre \
        vers chez contre dès outre quant autre autres aujourd hier demain oui non parmi deux trois celui \
        celle ceux est sont était bien très plus moins parce puisque jusqu jusque durant afin quel quelle \
        pourquoi comment",
    names: "Yahoo Wham",
    labelled: "vitamine plan type groupe classe hépatite point série catégorie",
    ..NONE
};
