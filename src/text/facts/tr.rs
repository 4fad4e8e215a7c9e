//! Turkish: abbreviations after the Türk Dil Kurumu.

use super::{Facts, NONE, Ordinals};

pub const FACTS: Facts = Facts {
    tag: "tr",
    never: "dr prof doç yrd av uzm op müh mim öğr arş alb yzb bnb tğm ütğm tuğg tümg korg org gen ord sn \
        hz mr mrs ms st ör örn bkz krş çev cad sok mah blv fak üni böl ltd inş san tic paz t.c m.ö m.s i.ö \
        i.s mö alm ing fr fra isp lat osm yun ar dz hv bşk gn bl tbl tug vet ecz dt zm y.müh huk ikt mat \
        fiz coğ tar hst muh mus pol ank ist srt",
    maybe: "vb vs vd a.ş şti co inc corp ltd.şti jr sr etc a.b.d a.b d.k s.s apt yy ö.s",
    number: "s sf no nr md mad c kat fık yy bl sy tel",
    eras: "dk sn sa mn",
    starters: "bu şu o bunlar şunlar onlar bir biz siz ben sen ve ama ancak fakat veya ya ne nasıl neden \
        niçin niye kim kime hangi eğer çünkü ayrıca böylece sonra önce daha her hiç bazı birçok çok bütün \
        tüm şimdi bugün dün yarın burada orada artık hâlâ hala yine evet hayır değil ise onun bunun onu \
        bunu ona buna ondan bundan kendi diğer öte yandan göre üstelik oysa zaten belki sadece yalnızca \
        hatta dolayısıyla üzerine iki üç",
    counted: "ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık yüzyıl yüzyılda \
        yüzyılın yüzyıla dünya",
    names: "Yahoo",
    labelled: "vitamini vitamin planı",
    ordinals: Ordinals::DottedVerbLast,
    ..NONE
};
