//! Hindi: a script without case; the danda ends sentences, the names of Latin letters stand for initials.

use super::{Facts, NONE};

pub const FACTS: Facts = Facts {
    tag: "hi",
    never: "डॉ डा डाॅ प्रो श्री श्रीमती सुश्री कु पं स्व मो मु सं ले मे.ज ज न्या एड इंजी प्रा ए बी सी डी ई \
        एफ जी एच आई आइ जे के एल एम एन ओ पी क्यू आर एस टी यू वी डब्ल्यू डब्लू एक्स वाई जेड ज़ेड जैड मि ब्रि \
        अ क ख ग च म र स ह ब प न त द व",
    maybe: "ई.पू ई लि प्रा.लि कि.मी मि.मी से.मी कि.ग्रा मि घं सें वि.सं पू बी.ए एम.ए पी.एच.डी कं",
    number: "सं नं रु रू पृ खं क्र अनु अ धा टेली फो मो",
    ..NONE
};
