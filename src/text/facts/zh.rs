//! Chinese, simplified and traditional: no spaces, no abbreviations, verbs of saying after quotations.

use super::{Facts, NONE};

pub const FACTS: Facts = Facts {
    tag: "zh",
    never: "mr mrs ms dr prof st vs no",
    maybe: "inc corp co ltd jr sr etc",
    number: "no p pp vol fig",
    reports: "说 說 说道 說道 道 问 問 表示 称 稱 喊 喊道 叫 答 答道 回答 回應 回应 指出 写道 寫道 坦言 强调 強調 补充 補充 感叹 感嘆 反问 反問 直言 透露",
    after_quote: "的 之 一词 一詞 为题 為題 这句 這句",
    names: "Yahoo",
    ..NONE
};
