//! Why a file could not be opened, as the sentences that the reader sees.

use thiserror::Error;

use crate::text::TextError;

/// Why a file could not be opened. Each text is whole sentences: what is the matter, then what to do.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum FormatError {
    /// It was taken for a text and is none, or not a readable one.
    #[error(transparent)]
    Text(#[from] TextError),
    /// More bytes than any file of this program has.
    #[error(
        "This file is too large: {megabytes} MB. Pressmark files are read up to 64 MB, texts up to 4 MB."
    )]
    TooLarge {
        /// Its size in millions of bytes, rounded up.
        megabytes: u64,
    },
    /// More of something than any file of this program has.
    #[error(
        "This file holds more than {what}, which is more than Pressmark takes in at once. Export it in parts."
    )]
    TooMuch {
        /// How many of what.
        what: &'static str,
    },
    /// A web page as a file.
    #[error("This is a web page, not a text. Open it, copy the article’s text and paste it.")]
    WebPage,
    /// A zip file, or one of the formats that are zip files inside.
    #[error("This is a packed file (zip, docx, epub). Copy the text out of it and paste it.")]
    Packed,
    /// A PDF.
    #[error("This is a PDF, not a text. Open it, copy the article’s text and paste it.")]
    Pdf,
    /// JSON of some other program.
    #[error("This JSON file was not made by Pressmark. Choose a file whose name ends in .pressmark.json.")]
    NotPressmark,
    /// Brackets within brackets, more than any real file has.
    #[error(
        "This JSON file is nested too deep to be read (more than 128 levels). It is not a file that Pressmark made."
    )]
    TooDeep,
    /// The file ends in the middle.
    #[error("This file ends too early, in line {line}: a part of it is missing. Download or copy it again.")]
    Truncated {
        /// The line in which it ends, from 1.
        line: usize,
    },
    /// It is no JSON from some point on.
    #[error(
        "This file is damaged in line {line}: it cannot be read from there on. Download or copy it again."
    )]
    Damaged {
        /// The line, from 1.
        line: usize,
    },
    /// A field holds another kind of value than it should.
    #[error(
        "A field “{field}” of this file holds another kind of value than a Pressmark file has there. It was changed by another program; export it again."
    )]
    WrongValue {
        /// The field.
        field: &'static str,
    },
    /// Half of a character, which JSON can write as `\ud800` and no text can hold.
    #[error(
        "Line {line} of this file holds half a character (a lone surrogate). The program that wrote it cut an emoji in two; export it again."
    )]
    LoneSurrogate {
        /// The line, from 1.
        line: usize,
    },
    /// Bytes that are not UTF-8.
    #[error("Line {line} of this file holds bytes that are not UTF-8. Save it as UTF-8 and try again.")]
    NotUtf8 {
        /// The line, from 1.
        line: usize,
    },
    /// A later version of the format.
    #[error("This was made by a newer Pressmark.")]
    Newer,
    /// More of something than any exercise has.
    #[error("This exercise has too many {what}: more than {most} are never read. Make it smaller.")]
    TooMany {
        /// Of what, in the plural.
        what: &'static str,
        /// How many there may be.
        most: usize,
    },
    /// Words that are longer than in any exercise.
    #[error(
        "This exercise is too long in one place, {what}: more than {most} characters are never read. Make it shorter."
    )]
    TooLong {
        /// Which place.
        what: &'static str,
        /// How many characters there may be.
        most: usize,
    },
    /// An id that cannot stand among others with spaces between them.
    #[error(
        "The id “{id}” of a label of this exercise cannot be used: an id has no spaces and at most 100 characters."
    )]
    LabelId {
        /// The id, cut short.
        id: String,
    },
    /// Something that must be there once stands there twice.
    #[error(
        "In this exercise {what} stands twice, so it cannot be told which one is meant. Keep one of them."
    )]
    Twice {
        /// What, with its article.
        what: &'static str,
    },
    /// Sentences that do not partition the text.
    #[error("The sentences of “{title}” do not fit its text. Use the file as it was exported.")]
    Sentences {
        /// The article.
        title: String,
    },
    /// The id of an exercise does not follow from what it holds.
    #[error(
        "The exercise “{title}” was changed after it was made: its id does not belong to what it holds. Ask for the file or the link as it was handed out."
    )]
    ExerciseChanged {
        /// The exercise.
        title: String,
    },
    /// A link that does not hold an exercise.
    #[error(
        "This link is not complete, so the exercise in it cannot be read. Copy the whole link again, or ask for the file."
    )]
    Link,
    /// A kind that is not known.
    #[error("This file says that it holds “{kind}”, which is nothing that Pressmark knows.")]
    UnknownKind {
        /// The kind as the file spells it, cut short.
        kind: String,
    },
    /// A field without which nothing can be done.
    #[error("This file is not complete: {what} is missing. Export it again.")]
    Missing {
        /// The field and where it should stand.
        what: String,
    },
    /// The hash does not match the text.
    #[error(
        "The text of “{title}” was changed after the file was made: it does not match its hash. Use the file as it was exported."
    )]
    HashMismatch {
        /// The article.
        title: String,
    },
    /// The id does not match the text.
    #[error("The id of “{title}” does not belong to its text. Use the file as it was exported.")]
    IdMismatch {
        /// The article.
        title: String,
    },
    /// An article whose text is none.
    #[error("The text of “{title}” cannot be read. {reason}")]
    ArticleText {
        /// The article.
        title: String,
        /// Why.
        reason: TextError,
    },
}

impl FormatError {
    /// What the reader is told about the file `name`.
    ///
    /// ```
    /// use pressmark::format::FormatError;
    /// assert_eq!(
    ///     FormatError::Newer.about("a.json"),
    ///     "\"a.json\" could not be opened: This was made by a newer Pressmark. Nothing was changed."
    /// );
    /// ```
    #[must_use]
    pub fn about(&self, name: &str) -> String {
        format!("\"{name}\" could not be opened: {self} Nothing was changed.")
    }
}
