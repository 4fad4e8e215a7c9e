//! What a character can do to a sentence: end it, open or close something in it, carry it on.

use super::lexicon::Lexicon;

/// How a sentence can end at a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A full stop that also shortens words and splits numbers (UAX #29 `ATerm`).
    Stop,
    /// `!` and `?` in their many shapes (UAX #29 `STerm`).
    Strong,
    /// Dots that leave something out; UAX #29 has no class for them.
    Ellipsis,
    /// Marks that only ever end sentences and need no space after them: `。` `！` `।` `۔` `።`.
    Full,
}

/// What the scanner does on a character.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Ends a line (UAX #29 `Sep`, `CR`, `LF`).
    Line,
    /// May end a sentence.
    End(Kind),
    /// Opens a bracket or a quotation whose end can be told from its beginning.
    Opening,
    /// The straight quote, which opens and closes.
    Straight,
    /// The closing curly quote.
    Unquote,
    /// A closing bracket, which may follow the number of a list item.
    Closing,
    /// A bullet between list items.
    Bullet,
    /// A colon, which a list may follow.
    Colon,
}

/// The first character at or after the byte `from` that the scanner has to look at.
pub fn next(text: &str, mut from: usize, lexicon: &Lexicon) -> Option<(usize, char, Role)> {
    loop {
        // Most bytes are letters and spaces of ASCII, which need no decoding.
        let skipped = text.as_bytes().get(from..)?.iter().position(|byte| !idle(*byte))?;
        let at = from + skipped;
        let c = text.get(at..)?.chars().next()?;
        if let Some(role) = role(c, lexicon) {
            return Some((at, c, role));
        }
        from = at + c.len_utf8();
    }
}

/// Whether the scanner does nothing on this byte.
fn idle(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b' ' | b',' | b'-' | b'\'' | b'/' | b'$' | b'%')
}

/// What the scanner does on `c`; nothing on most characters.
fn role(c: char, lexicon: &Lexicon) -> Option<Role> {
    // Letters of Latin, Greek, Cyrillic and of the scripts of East Asia.
    if matches!(c, 'À'..='\u{37d}' | '\u{37f}'..='\u{558}' | '\u{3041}'..='\u{9fff}') {
        return None;
    }
    Some(match c {
        '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => Role::Line,
        '"' => Role::Straight,
        '”' => Role::Unquote,
        ')' => Role::Closing,
        _ if bullet(c) => Role::Bullet,
        ':' => Role::Colon,
        // The Greek question mark is canonically equivalent to the semicolon and typed as one.
        ';' if lexicon.facts.semicolon_asks => Role::End(Kind::Strong),
        _ if closer_of(c).is_some() => Role::Opening,
        _ => Role::End(kind(c)?),
    })
}

/// How `c` can end a sentence.
pub fn kind(c: char) -> Option<Kind> {
    Some(match c {
        '.' | '․' | '﹒' => Kind::Stop,
        '!' | '?' | '‼' | '⁇' | '⁈' | '⁉' | '‽' | '؟' | '\u{37e}' | '՜' | '՞' => Kind::Strong,
        '…' | '‥' | '⋯' => Kind::Ellipsis,
        '。' | '｡' | '！' | '？' | '．' | '।' | '॥' | '۔' | '։' | '።' | '፧' | '፨' | '။' | '៕' | '។' | '᠃' => {
            Kind::Full
        }
        _ => return None,
    })
}

/// The bracket or quote that closes what `c` opens, where that can be told from `c` alone.
pub fn closer_of(c: char) -> Option<char> {
    Some(match c {
        '(' => ')',
        '[' => ']',
        '{' => '}',
        '（' => '）',
        '［' => '］',
        '【' => '】',
        '〔' => '〕',
        '「' => '」',
        '『' => '』',
        '《' => '》',
        '〈' => '〉',
        '“' => '”',
        _ => return None,
    })
}

/// Closes a bracket or a quotation, whatever stands around it.
pub fn closes(c: char) -> bool {
    matches!(
        c,
        ')' | ']' | '}' | '”' | '»' | '›' | '）' | '］' | '】' | '〕' | '」' | '』' | '》' | '〉' | '〟'
    )
}

/// Closes a bracket rather than a quotation.
pub fn closes_bracket(c: char) -> bool {
    matches!(c, ')' | ']' | '}' | '）' | '］' | '】' | '〕')
}

/// A quote that opens in one country and closes in another, or that is an apostrophe as well.
pub fn either(c: char) -> bool {
    matches!(c, '"' | '\'' | '’' | '‘' | '“' | '„' | '«' | '‹' | '`' | '＂' | '‚')
}

/// Opens a bracket, a quotation, a question or an exclamation before a word.
pub fn opens(c: char) -> bool {
    closer_of(c).is_some()
        || either(c)
        || matches!(c, '”' | '»' | '›' | '¿' | '¡' | '〝' | '*' | '_' | '#' | '@')
}

/// A bullet before a list item.
pub fn bullet(c: char) -> bool {
    matches!(c, '•' | '⁃' | '●' | '▪' | '◦' | '‣')
}

/// A dash or hyphen.
pub fn dash(c: char) -> bool {
    matches!(c, '-' | '–' | '—' | '―' | '‒' | '−' | '─')
}

/// Carries the sentence on (UAX #29 `SContinue`), dashes apart.
pub fn continues(c: char) -> bool {
    matches!(
        c,
        ',' | ':' | ';' | '،' | '؛' | '、' | '，' | '：' | '；' | '､' | '·' | '/' | '%' | '=' | '+' | '&'
    )
}

/// Part of a word: letters, digits and the marks written over or between them.
pub fn of_word(c: char) -> bool {
    c.is_alphanumeric()
        || matches!(c, '\u{300}'..='\u{36f}' | '\u{591}'..='\u{5c7}' | '\u{5f3}' | '\u{5f4}' | '\u{64b}'..='\u{65f}'
            | '\u{93c}' | '\u{94d}' | '\u{200c}' | '\u{200d}' | '\'' | '’' | 'ʼ' | '-' | '‑' | '_' | '°')
}

/// Chinese characters and kana, which are written without spaces.
pub fn unspaced(c: char) -> bool {
    matches!(c, '\u{3005}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}
