//! Japanese: no spaces; particles carry a sentence on after a quotation.

use super::{Facts, NONE};

pub const FACTS: Facts = Facts {
    tag: "ja",
    never: "mr mrs ms dr prof st vs no",
    maybe: "inc corp co ltd jr sr etc",
    number: "no p pp vol fig",
    starters: "でも しかし しか だが だから だって ところ とても とにかく とりあえず とはいえ はい はじめ もちろん もし もう もっと かつて のち なぜ なお など、 なん なに \
        では、 ですから にも関 かれ やが がん やっと かな へえ",
    after_quote: "と って は が を に で も の へ や か から まで より だ です な ら など ・ し、 して み ん",
    names: "Yahoo モーニング娘 藤岡弘、 けいおん ラブライブ",
    quotes_hold: true,
    ..NONE
};
