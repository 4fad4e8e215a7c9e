//! Turkish: abbreviations after the Türk Dil Kurumu.

use super::{Facts, NONE, Ordinals};

pub const FACTS: Facts = Facts {
    tag: "tr",
    never: "dr prof doç yrd av uzm op müh mim öğr gör arş alb yzb bnb tğm ütğm tuğg tümg korg org gen ord sn hz mr mrs ms st ör örn bkz krş \
        çev haz yay cad sok mah blv tel fak üni böl ltd inş san tic paz t.c m.ö m.s i.ö i.s mö ms alm ing fr fra isp it lat osm rus \
        yun ar far dz hv kur bşk gn bl tbl tug vet ecz dt zm y.müh kim huk ikt mat fiz coğ tar ed hst muh mus pol ank ist srt",
    maybe: "vb vs vd a.ş şti co inc corp ltd.şti jr sr etc a.b.d a.b d.k s.s apt dk yy ö.s",
    number: "s sf no nr md mad c kat fık yy bl sy",
    units: "dk sn sa mn",
    starters: "bu şu o bunlar şunlar onlar bir biz siz ben sen ve ama ancak fakat veya ya ne nasıl neden niçin niye kim kime hangi eğer çünkü \
        ayrıca böylece sonra önce daha her hiç bazı birçok çok bütün tüm şimdi bugün dün yarın burada orada artık hâlâ hala yine evet \
        hayır değil ise onun bunun onu bunu ona buna ondan bundan kendi diğer öte yandan buna göre üstelik oysa zaten belki sadece yalnızca \
        hatta dolayısıyla bunun üzerine iki üç",
    counted: "ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık yüzyıl yüzyılda yüzyılın yüzyıla dünya",
    names: "Yahoo",
    labelled: "vitamini vitamin planı",
    ordinals: Ordinals::DottedVerbLast,
    ..NONE
};
