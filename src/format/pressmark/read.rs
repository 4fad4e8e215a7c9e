//! Reads Pressmark JSON: refused whole when it is not what it says, else everything that is understood.

use std::rc::Rc;

use crate::annotation::Annotation;
use crate::format::error::FormatError;
use crate::format::pressmark::notes::{Notes, short};
use crate::format::pressmark::{FORMAT, LARGEST, VERSION, article};
use crate::format::value::Value;
use crate::format::{Opened, board, convert, exercise, json, wire};
use crate::id::AnnotatorId;
use crate::map::Map;
use crate::session::{Annotator, Document, Incoming, Kind};

/// The most of each that a file may hold: far more than a device can, and what a page can take in without
/// running out of memory or patience.
const MOST_VALUES: usize = 4_000_000;
const MOST_ARTICLES: usize = 5_000;
pub(super) const MOST_ANNOTATORS: usize = 5_000;
/// Rows: what each annotator could say of each sentence has a place in memory.
const MOST_ROWS: usize = 20_000_000;
/// A name is read up to this length (bytes); none that was typed here is longer.
const LONGEST_NAME: usize = 800;

/// Reads a file of kind `annotations` or `backup`; [`open`](crate::format::open) reads every kind.
///
/// # Errors
/// Everything that makes a file unusable as a whole, see [`FormatError`], and any other kind. Faults in single annotations are
/// no errors: they stand in [`Document::notes`], and the rest is read.
///
/// ```
/// use pressmark::format::{FormatError, pressmark::read};
/// assert_eq!(read(br#"{"name": "something else"}"#), Err(FormatError::NotPressmark));
/// ```
pub fn read(bytes: &[u8]) -> Result<Document, FormatError> {
    let file = parsed(bytes)?;
    match kind(&file)? {
        FileKind::Document(kind) => document(kind, &file),
        _ => Err(FormatError::UnknownKind { kind: short(file.text("kind").unwrap_or_default()) }),
    }
}

/// Reads a file of any kind.
pub(in crate::format) fn opened(bytes: &[u8]) -> Result<Opened, FormatError> {
    let file = parsed(bytes)?;
    match kind(&file)? {
        FileKind::Document(kind) => document(kind, &file).map(Opened::Document),
        FileKind::Exercise => {
            let mut exercises = exercise::exercises(&file)?;
            if exercises.len() > 1 {
                return Err(FormatError::TooMany { what: "exercises", most: 1 });
            }
            let exercise = exercises.pop().ok_or_else(|| missing("the exercise itself"))?;
            Ok(Opened::Exercise(Rc::new(exercise)))
        }
        FileKind::Submission => {
            let (submission, exercise, notes) = exercise::read_submission(&file)?;
            Ok(Opened::Submission { submission, exercise: Rc::new(exercise), notes })
        }
    }
}

/// The JSON of a file that says it is ours, with every field of its right kind.
fn parsed(bytes: &[u8]) -> Result<Value, FormatError> {
    if bytes.len() > LARGEST {
        return Err(FormatError::TooLarge { megabytes: (bytes.len() as u64).div_ceil(1_000_000) });
    }
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let text = std::str::from_utf8(bytes).map_err(|error| FormatError::NotUtf8 {
        line: 1 + bytes.iter().take(error.valid_up_to()).filter(|b| **b == b'\n').count(),
    })?;
    if commas(text) > MOST_VALUES {
        return Err(FormatError::TooMuch { what: "4 million values" });
    }
    let file = json::read(text)?;
    kind(&file)?;
    match wire::FILE.fault(&file, "") {
        Some(field) => Err(FormatError::WrongValue { field }),
        None => Ok(file),
    }
}

/// How many commas JSON has outside of its strings: about as many as values. Each value takes more memory
/// than its two bytes, so a file of nothing but values must not become a gigabyte.
fn commas(json: &str) -> usize {
    let (mut commas, mut is_string, mut bytes) = (0, false, json.bytes());
    while let Some(byte) = bytes.next() {
        match byte {
            b'"' => is_string = !is_string,
            b'\\' if is_string => _ = bytes.next(),
            b',' if !is_string => commas += 1,
            _ => {}
        }
    }
    commas
}

/// Which kind of Pressmark file.
enum FileKind {
    Document(Kind),
    Exercise,
    Submission,
}

/// Which kind of Pressmark file `file` is, if this version opens it. Only the first few fields count, so a
/// later version is known however much else it has changed.
fn kind(file: &Value) -> Result<FileKind, FormatError> {
    if file.text("format") != Some(FORMAT) {
        return Err(FormatError::NotPressmark);
    }
    match file.number("version") {
        Some(version) if version > VERSION => return Err(FormatError::Newer),
        Some(1..) => {}
        _ => return Err(missing("its version")),
    }
    match file.text("kind") {
        Some("annotations") => Ok(FileKind::Document(Kind::Annotations)),
        Some("backup") => Ok(FileKind::Document(Kind::Backup)),
        Some("exercise") => Ok(FileKind::Exercise),
        Some("submission") => Ok(FileKind::Submission),
        Some(kind) => Err(FormatError::UnknownKind { kind: short(kind) }),
        None => Err(missing("its kind")),
    }
}

pub(in crate::format) fn missing(what: &str) -> FormatError {
    FormatError::Missing { what: what.to_owned() }
}

fn document(kind: Kind, file: &Value) -> Result<Document, FormatError> {
    let mut notes = Notes::default();
    if file.list("annotators").is_some_and(|listed| listed.len() > MOST_ANNOTATORS) {
        return Err(FormatError::TooMuch { what: "5,000 annotators" });
    }
    let mut annotators = annotators(file, &mut notes);
    let mut articles: Vec<Incoming> = Vec::new();
    let mut rows = 0;
    let listed = file.list("articles").ok_or_else(|| missing("its list of articles"))?;
    if listed.len() > MOST_ARTICLES {
        return Err(FormatError::TooMuch { what: "5,000 articles" });
    }
    let codebook = article::Labels::of(file.get("codebook"));
    let since = convert::time_in(file, "exported").unwrap_or_default();
    for (index, wire) in listed.iter().enumerate() {
        let article = article::checked(index + 1, wire)?;
        if articles.iter().any(|known| known.article.id == article.id) {
            notes.add(format!(
                "The article “{}” stands in the file twice; the first one was read.",
                short(&article.title)
            ));
            continue;
        }
        let mut reading = article::Reading {
            article: &article,
            wire,
            labels: &codebook,
            annotators: &mut annotators,
            notes: &mut notes,
            since,
        };
        let (annotations, orphans) = reading.all();
        rows += article.sentences.len() * speakers(&annotations);
        if rows > MOST_ROWS {
            return Err(FormatError::TooMuch { what: "20 million rows (sentences times annotators)" });
        }
        articles.push(Incoming { article, annotations, orphans });
    }
    let mut exercises = Vec::new();
    for wire in file.list("exercises").unwrap_or_default() {
        let exercise = exercise::exercise_in(wire)?;
        let mut said = Vec::new();
        for (article, wire) in exercise.articles.iter().zip(wire.list("articles").unwrap_or_default()) {
            let labels = &article::Labels::of_exercise(&exercise.codebook);
            let article = &**article;
            let mut reading = article::Reading {
                article,
                wire,
                labels,
                annotators: &mut annotators,
                notes: &mut notes,
                since,
            };
            let (annotations, orphans) = reading.all();
            said.push(Incoming { article: article.clone(), annotations, orphans });
        }
        exercises.push((Rc::new(exercise), said));
    }
    let (settings, me) = match file.get("settings") {
        settings @ Value::Object(_) if kind == Kind::Backup => {
            (Some(convert::settings_in(settings)), settings.text("me").map(AnnotatorId::new))
        }
        _ => (None, None),
    };
    let only = match annotators.as_slice() {
        [only] if kind == Kind::Annotations => Some(only.id.clone()),
        _ => None,
    };
    let known: Vec<_> = exercises.iter().map(|(exercise, _)| Rc::clone(exercise)).collect();
    let listed = file.list("boards").unwrap_or_default().iter();
    let boards = listed.map(|wire| board::board_in(wire, &known, &mut notes).map(Rc::new));
    let boards = boards.collect::<Result<Vec<_>, _>>()?;
    let (me, notes) = (me.or(only), notes.finish());
    Ok(Document { kind, annotators, me, articles, exercises, boards, settings, notes })
}

/// How many annotators say something.
fn speakers(annotations: &[(AnnotatorId, Rc<Annotation>)]) -> usize {
    let mut speakers: Map<&AnnotatorId, ()> = Map::default();
    for (annotator, _) in annotations {
        speakers.or_default(annotator);
    }
    speakers.keys().count()
}

fn annotators(file: &Value, notes: &mut Notes) -> Vec<Annotator> {
    let mut annotators: Vec<Annotator> = Vec::new();
    for wire in file.list("annotators").unwrap_or_default() {
        let Some(id) = wire.text("id").filter(|id| convert::is_usable(id)) else {
            notes.add("An annotator without a usable id was left out.".to_owned());
            continue;
        };
        let id = AnnotatorId::new(id);
        let name = wire.text("name").map(str::trim).filter(|name| !name.is_empty()).unwrap_or(id.as_str());
        let name = name.get(..name.floor_char_boundary(LONGEST_NAME)).unwrap_or_default().trim_end();
        if annotators.iter().any(|known| known.id == id) {
            notes.add(format!(
                "The annotator id {} stands in the file twice; the first name was read.",
                short(id.as_str())
            ));
            continue;
        }
        annotators.push(Annotator { name: name.to_owned(), id });
    }
    annotators
}
