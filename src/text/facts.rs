//! What the segmenter knows of each language: one file of facts a language, no sentence of anyone's.

mod ar;
mod az;
mod cs;
mod de;
mod el;
mod en;
mod es;
mod fa;
mod fi;
mod fr;
mod he;
mod hi;
mod hr;
mod it;
mod ja;
mod pl;
mod pt;
mod ro;
mod ru;
mod tr;
mod uk;
mod ur;
mod zh;

/// The facts of one language.
///
/// Lists are words between white space, without their final full stop; a word in lower case stands for
/// its capitalised form too, one with a capital only for itself. `u.s` is the abbreviation `U.S.`, written
/// with or without spaces.
pub struct Facts {
    /// The primary subtag of its BCP 47 tag.
    pub tag: &'static str,
    /// Abbreviations that are never the last word of a sentence: titles, `e.g.`
    pub never: &'static str,
    /// Abbreviations that may be: `Inc.`, `etc.`; then only a starter begins a new sentence.
    pub maybe: &'static str,
    /// Abbreviations that close a list and so end the sentence before a capital: `etc.`
    pub listing: &'static str,
    /// Words that are abbreviations only before a number: `No. 5`.
    pub number: &'static str,
    /// Words that are abbreviations only after a number: `5 Mio.`; they may be final.
    pub units: &'static str,
    /// What years and centuries are counted in, after their number: `2010 г.`; it ends a sentence before a
    /// capital, but not the phrase that opens one.
    pub eras: &'static str,
    /// Words that start sentences, and that are no names.
    pub starters: &'static str,
    /// Verbs of saying and asking, for names after a quoted question: “Why?” Smith asked.
    pub reports: &'static str,
    /// Words that follow an ordinal: months, centuries.
    pub counted: &'static str,
    /// Names that end in an exclamation mark, without it.
    pub names: &'static str,
    /// Words that a single letter labels: `Vitamin C`.
    pub labelled: &'static str,
    /// What carries a sentence on after a closed quotation, where there are no spaces and no case.
    pub after_quote: &'static str,
    /// How an ordinal number is written.
    pub ordinals: Ordinals,
    /// Whether no sentence ends inside a quotation that its sentence runs around.
    pub quotes_hold: bool,
    /// Whether a semicolon is the question mark.
    pub semicolon_asks: bool,
}

/// How a language writes ordinal numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ordinals {
    /// Without a full stop.
    Plain,
    /// With a full stop; a sentence rarely ends in a number of one or two digits.
    Dotted,
    /// With a full stop; and verbs come last, so that a sentence hardly ever ends in a number.
    DottedVerbLast,
}

/// No facts at all, for the fields that a language leaves out.
pub const NONE: Facts = Facts {
    tag: "",
    never: "",
    maybe: "",
    listing: "",
    number: "",
    units: "",
    eras: "",
    starters: "",
    reports: "",
    counted: "",
    names: "",
    labelled: "",
    after_quote: "",
    ordinals: Ordinals::Plain,
    quotes_hold: false,
    semicolon_asks: false,
};

/// Every language with facts.
pub const ALL: [&Facts; 23] = [
    &ar::FACTS,
    &az::FACTS,
    &cs::FACTS,
    &de::FACTS,
    &el::FACTS,
    &en::FACTS,
    &es::FACTS,
    &fa::FACTS,
    &fi::FACTS,
    &fr::FACTS,
    &he::FACTS,
    &hi::FACTS,
    &hr::FACTS,
    &it::FACTS,
    &ja::FACTS,
    &pl::FACTS,
    &pt::FACTS,
    &ro::FACTS,
    &ru::FACTS,
    &tr::FACTS,
    &uk::FACTS,
    &ur::FACTS,
    &zh::FACTS,
];
