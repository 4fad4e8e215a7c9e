//! English names of languages, after CLDR.

/// Primary subtag and name, the commonest languages of news.
const NAMES: &str = "af Afrikaans|am Amharic|ar Arabic|az Azerbaijani|be Belarusian|bg Bulgarian|bn Bangla|bo Tibetan|\
    bs Bosnian|ca Catalan|ckb Central Kurdish|cs Czech|cy Welsh|da Danish|de German|dv Dhivehi|el Greek|en English|\
    eo Esperanto|es Spanish|et Estonian|eu Basque|fa Persian|fi Finnish|fil Filipino|fo Faroese|fr French|ga Irish|\
    gl Galician|gu Gujarati|ha Hausa|he Hebrew|hi Hindi|hr Croatian|hu Hungarian|hy Armenian|id Indonesian|ig Igbo|\
    is Icelandic|it Italian|ja Japanese|jv Javanese|ka Georgian|kk Kazakh|km Khmer|kn Kannada|ko Korean|ku Kurdish|\
    ky Kyrgyz|la Latin|lb Luxembourgish|lo Lao|lt Lithuanian|lv Latvian|mk Macedonian|ml Malayalam|mn Mongolian|\
    mr Marathi|ms Malay|mt Maltese|my Burmese|nb Norwegian Bokmål|ne Nepali|nl Dutch|nn Norwegian Nynorsk|no Norwegian|\
    or Odia|pa Punjabi|pl Polish|ps Pashto|pt Portuguese|ro Romanian|ru Russian|sd Sindhi|si Sinhala|sk Slovak|\
    sl Slovenian|so Somali|sq Albanian|sr Serbian|sv Swedish|sw Swahili|ta Tamil|te Telugu|tg Tajik|th Thai|ti Tigrinya|\
    tk Turkmen|tl Tagalog|tr Turkish|tt Tatar|ug Uyghur|uk Ukrainian|ur Urdu|uz Uzbek|vi Vietnamese|xh Xhosa|yi Yiddish|\
    yo Yoruba|zh Chinese|zu Zulu";

/// The English name of the language with this primary subtag.
pub fn of(primary: &str) -> Option<&'static str> {
    NAMES
        .split('|')
        .find_map(|entry| entry.split_once(' ').filter(|(tag, _)| *tag == primary))
        .map(|(_, name)| name)
}
