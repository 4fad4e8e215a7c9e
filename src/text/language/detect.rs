//! Guesses a language by its script, by letters that only it has, and by its commonest words.

use super::Language;

/// Characters that are looked at: the start of an article tells its language.
const LOOKED_AT: usize = 6_000;

/// Of so many letters one may speak for a language by chance.
const CHANCE: usize = 160;

/// Ranges of letters of one script, and the language that is most often written in it.
const SCRIPTS: [(char, char, &str); 27] = [
    ('\u{370}', '\u{3ff}', "el"),
    ('\u{1f00}', '\u{1fff}', "el"),
    ('\u{400}', '\u{52f}', "ru"),
    ('\u{531}', '\u{58f}', "hy"),
    ('\u{5d0}', '\u{5f2}', "he"),
    ('\u{620}', '\u{6ff}', "ar"),
    ('\u{780}', '\u{7bf}', "dv"),
    ('\u{900}', '\u{97f}', "hi"),
    ('\u{980}', '\u{9ff}', "bn"),
    ('\u{a00}', '\u{a7f}', "pa"),
    ('\u{a80}', '\u{aff}', "gu"),
    ('\u{b00}', '\u{b7f}', "or"),
    ('\u{b80}', '\u{bff}', "ta"),
    ('\u{c00}', '\u{c7f}', "te"),
    ('\u{c80}', '\u{cff}', "kn"),
    ('\u{d00}', '\u{d7f}', "ml"),
    ('\u{d80}', '\u{dff}', "si"),
    ('\u{e00}', '\u{e7f}', "th"),
    ('\u{e80}', '\u{eff}', "lo"),
    ('\u{f00}', '\u{fff}', "bo"),
    ('\u{1000}', '\u{109f}', "my"),
    ('\u{10a0}', '\u{10ff}', "ka"),
    ('\u{1200}', '\u{137f}', "am"),
    ('\u{1780}', '\u{17ff}', "km"),
    ('\u{3041}', '\u{30ff}', "ja"),
    ('\u{4e00}', '\u{9fff}', "zh"),
    ('\u{ac00}', '\u{d7a3}', "ko"),
];

/// Letters that tell languages of one script apart; a script's first language needs none.
const LETTERS: [(&str, &str, &str); 20] = [
    ("ar", "fa", "پچژگکی"),
    ("ar", "ur", "ٹڈڑںےہھپچژگکی"),
    ("ar", "ps", "ړښځټډږپچژگکی"),
    ("ar", "sd", "ڏڙٻڀڪڳپچژگکی"),
    ("ar", "ug", "ۇۈېڭپچژگکی"),
    ("ar", "ckb", "ێۆڕڵەپچژگکی"),
    ("ru", "uk", "іїєґ"),
    ("ru", "be", "ўі"),
    ("ru", "sr", "јљњћђџ"),
    ("ru", "mk", "ѓќѕјџ"),
    ("ru", "kk", "әқғңұһ"),
    ("ru", "mn", "өү"),
    ("", "az", "ə"),
    ("", "vi", "đơưạảấầẩậắặẹếềểệọốồổộớờởợụủứừửựỳỷỹ"),
    ("", "pl", "łąęśźż"),
    ("", "cs", "řěů"),
    ("", "hr", "đć"),
    ("", "ro", "țșţă"),
    ("", "tr", "ğış"),
    ("", "de", "ß"),
];

/// The commonest words of languages in Latin script; Ukrainian, Bulgarian and Russian also tell by theirs.
const WORDS: [(&str, &str); 31] = [
    (
        "en",
        "the of and to in a is that for it was on are as with his they at be this have from or had by not but what were",
    ),
    (
        "fr",
        "le la les de des du et un une est en que qui dans pour pas sur au plus avec ce il elle sont par ne se aux ont été",
    ),
    (
        "de",
        "der die das und in den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie",
    ),
    (
        "es",
        "el la los las de que y en un una por con para se del no al lo su más como pero sus le es este fue ha entre está",
    ),
    (
        "pt",
        "o a os as de que e do da em um uma para com não se no na por mais dos das como mas foi ao ele à pelo são seu sua",
    ),
    (
        "it",
        "il lo la i gli le di che e un una per in non è del della con si da al dei nel come più alla sono ma ha anche delle",
    ),
    (
        "pl",
        "i w na z do się że nie jest to o jak od za po przez dla ale są oraz był który która po przy tym już tylko jego",
    ),
    (
        "cs",
        "a v se na je že s z do o i to jako za k pro ve by jsou ale podle který která bylo si po také jeho až od nebo byl",
    ),
    (
        "sk",
        "a v sa na je že s z do o i to ako za k pre vo by sú ale podľa ktorý ktorá bolo si po aj jeho až od alebo bol",
    ),
    (
        "hr",
        "i u je na se da za su od s koji koja što nije ali kao iz ili te bi će sam biti su o po samo još bio tijekom prema jer nakon zbog kada kako godine bila biti nego sve ima",
    ),
    (
        "sl",
        "in je v na se da za so od z ki ni pa kot iz ali ter bi bo sem tudi po pri še bil med kar do o ob",
    ),
    (
        "ro",
        "și de a în la cu pe din care nu este că o un pentru să mai au fi sau după al ale fost prin dar sunt ce s-a",
    ),
    (
        "fi",
        "ja on ei se että oli hän joka mutta ovat myös kun sen tai kuin ole mukaan jos hänen nyt vain sekä jo ovat olivat",
    ),
    (
        "tr",
        "ve bir bu da de için ile olarak daha çok en gibi olan kadar ne sonra o ise var ama değil göre ancak her oldu olduğunu",
    ),
    (
        "az",
        "və bir bu da də üçün ilə olan kimi daha çox edib isə onun ki deyib sonra o ancaq var olub görə etdi hər qeyd",
    ),
    (
        "nl",
        "de het een van en in is dat op te zijn met voor niet aan er om ook als dan maar die bij uit werd heeft hij naar wordt",
    ),
    (
        "sv",
        "och i att det som en på är av för med den till inte har de ett om var men från vid kan sig han så eller efter",
    ),
    (
        "da",
        "og i at det er en til på af den for de med som ikke der var har et fra han men også sig blev efter være over",
    ),
    (
        "no",
        "og i å det er en til på av den for de med som ikke var har et fra han men også seg ble etter være over jeg",
    ),
    (
        "hu",
        "a az és hogy nem is egy ez meg volt de csak már mint el még vagy azt fel lesz kell ki be lehet aki után",
    ),
    (
        "et",
        "ja on ei see et oli ka ta kui aga mis oma kes ning või siis selle pärast mida veel kuid üks seda tema",
    ),
    ("lv", "un ir ka no par uz ar kas bet arī tika nav gan tā šo vai kā tas pēc pie bija ko līdz var"),
    ("lt", "ir yra kad iš su į tai buvo kaip bet jis apie dėl už nuo ar tik po pat jau kuris metų taip ne"),
    (
        "id",
        "yang dan di dari untuk dengan ini itu pada tidak dalam adalah akan juga ke oleh sebagai telah mereka karena bisa ada",
    ),
    (
        "ca",
        "el la els les de que i en un una per amb no es al del més com ha però seva són aquest aquesta va pel dels hi",
    ),
    ("sq", "të e në dhe që për me një është nga së si ka u do po nuk më kjo janë tij i edhe ndaj"),
    ("vi", "và của là có cho không được các với một những trong này đã người khi đến từ về như ra để tại"),
    ("uk", "і в на що не з у та до за як це про він його для від але й по"),
    ("be", "і ў на не што з у да за як гэта для па ад але ён"),
    ("ru", "и в на что не с по как это он его из к за но от для у же до"),
    ("bg", "на и да се за от в не с е ще като по че ли са но до във който"),
];

/// Guesses the language of `text`; English when nothing speaks for another.
///
/// Reads the first 6,000 characters at most.
///
/// ```
/// use pressmark::text::detect;
/// assert_eq!(detect("Der Minister hat sich nicht zu der Frage geäußert.").tag(), "de");
/// assert_eq!(detect("").tag(), "en");
/// ```
#[must_use]
pub fn detect(text: &str) -> Language {
    let sample: String = text.chars().take(LOOKED_AT).flat_map(char::to_lowercase).collect();
    let script = script(&sample);
    let mut best = (if script.is_empty() { "en" } else { script }, 0);
    let letters = sample.chars().filter(|c| c.is_alphabetic()).count();
    for tag in candidates(script) {
        let own =
            LETTERS.iter().find(|(of, its, _)| *of == script && its == &tag).map_or("", |(_, _, own)| own);
        let own = if own.is_empty() { 0 } else { sample.chars().filter(|c| own.contains(*c)).count() };
        let common = WORDS.iter().find(|(its, _)| its == &tag).map_or("", |(_, common)| common);
        let words = sample.split(|c: char| !c.is_alphanumeric() && c != '-').filter(|word| !word.is_empty());
        // Single letters are words of many languages, and of none.
        let worth = |word: &str| {
            if !listed(common, word) { 0 } else { 1 + usize::from(word.chars().nth(1).is_some()) }
        };
        let said: usize = if common.is_empty() { 0 } else { words.map(worth).sum() };
        let score = said + own;
        if score > best.1 && score > letters / CHANCE {
            best = (tag, score);
        }
    }
    Language::new(if script == "ja" || script == "zh" { east_asian(&sample) } else { best.0 })
}

/// Whether `word` is one of the words between spaces.
fn listed(words: &str, word: &str) -> bool {
    word.len() < 16 && words.split(' ').any(|common| common == word)
}

/// The first language of the script that most letters belong to; nothing for Latin.
fn script(sample: &str) -> &'static str {
    let mut counts = [0_usize; SCRIPTS.len()];
    let mut latin = 0_usize;
    for c in sample.chars() {
        let at = SCRIPTS.iter().position(|(first, last, _)| (*first..=*last).contains(&c));
        match at.and_then(|at| counts.get_mut(at)) {
            Some(count) => *count += 1,
            None => latin += usize::from(c.is_alphabetic()),
        }
    }
    // A sign of a script without spaces says as much as three letters.
    let weighed = counts
        .iter()
        .zip(SCRIPTS)
        .map(|(count, (first, _, tag))| (count * if first > '\u{3000}' { 3 } else { 1 }, tag));
    weighed.max_by_key(|(count, _)| *count).filter(|(count, _)| *count > latin).map_or("", |(_, tag)| tag)
}

/// Japanese mixes kana and Chinese characters; Chinese has no kana.
fn east_asian(sample: &str) -> &'static str {
    let kana = sample.chars().filter(|c| matches!(c, '\u{3041}'..='\u{30fa}')).count();
    let han = sample.chars().filter(|c| matches!(c, '\u{4e00}'..='\u{9fff}')).count();
    if kana * 12 > han { "ja" } else { "zh" }
}

/// The languages that the script leaves to choose from.
fn candidates(script: &str) -> Vec<&'static str> {
    let lettered = LETTERS.iter().filter(|(of, _, _)| *of == script).map(|(_, tag, _)| *tag);
    match script {
        "" => WORDS
            .iter()
            .map(|(tag, _)| *tag)
            .filter(|tag| !matches!(*tag, "uk" | "be" | "ru" | "bg"))
            .collect(),
        "ru" => ["ru", "bg"].into_iter().chain(lettered).collect(),
        "ar" => lettered.collect(),
        _ => Vec::new(),
    }
}
