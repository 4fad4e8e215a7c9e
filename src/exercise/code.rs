//! The hand-in code: a pupil's answers in characters that can be read aloud, without notes and names.
//!
//! Three symbols say which exercise, then come the answers as one number in mixed radix, then the check symbols of
//! [`check`]: 12 sentences with 3 labels need 16 characters. Symbols are Crockford's base 32, in groups of four.

mod check;
mod number;

use thiserror::Error;

use crate::exercise::{Answer, Answers, Exercise};

/// The symbols (D. Crockford, "Base 32"): no I, L, O, U.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// How many symbols say which exercise: 15 bits of its id.
const EXERCISE: usize = 3;

/// Why a code cannot be taken, as the teacher is told.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum CodeError {
    /// A character that no code has.
    #[error("“{character}” is no character of a code. Look at that place again.")]
    Character {
        /// The character.
        character: char,
    },
    /// Too few or too many characters.
    #[error(
        "A code of this exercise has {wanted} characters, this one has {found}. Something is missing or too much, or it is of another exercise."
    )]
    Length {
        /// How many there are.
        found: usize,
        /// How many there should be.
        wanted: usize,
    },
    /// The check symbols do not fit.
    #[error("A character of this code is wrong, or two are swapped. Read it again.")]
    Check,
    /// A whole code of another exercise.
    #[error("This is a code of another exercise, or of another version of its text.")]
    OtherExercise,
}

/// The code of `answers`, in groups of four.
#[must_use]
pub fn write(exercise: &Exercise, answers: &Answers) -> String {
    let labels = exercise.codebook.labels.len();
    let states: Vec<u32> = answers.iter().flatten().map(|answer| state(answer, labels)).collect();
    let mut symbols = marker(exercise);
    symbols.extend(number::symbols(&states, base(labels)));
    symbols.extend(check::symbols(&symbols));
    let character = |symbol: &u8| ALPHABET.get(usize::from(*symbol)).map_or('0', |byte| char::from(*byte));
    let groups = symbols.chunks(4).map(|group| group.iter().map(character).collect::<String>());
    groups.collect::<Vec<_>>().join("-")
}

/// The name before a code, which may be empty, and the answers that the code stands for. Small letters, hyphens and
/// white space do not matter; O is read as 0, I and L as 1.
///
/// # Errors
/// [`CodeError`]: any one or two wrong characters and any two swapped are always noticed.
pub fn read(exercise: &Exercise, line: &str) -> Result<(String, Answers), CodeError> {
    let labels = exercise.codebook.labels.len();
    let sentences = exercise.sentences();
    let count = number::length(sentences, base(labels));
    let wanted = EXERCISE + count + check::count(EXERCISE + count);
    let (name, symbols) = parted(line, wanted)?;
    let (data, checks) = symbols.split_at_checked(EXERCISE + count).ok_or(CodeError::Check)?;
    if check::symbols(data) != checks {
        return Err(CodeError::Check);
    }
    let (which, digits) = data.split_at_checked(EXERCISE).ok_or(CodeError::Check)?;
    if which != marker(exercise) {
        return Err(CodeError::OtherExercise);
    }
    let states = number::states(digits, sentences, base(labels)).ok_or(CodeError::Check)?;
    let mut states = states.into_iter();
    let mut of = |count: usize| states.by_ref().take(count).map(|state| answer(state, labels)).collect();
    Ok((name.to_owned(), exercise.articles.iter().map(|article| of(article.sentences.len())).collect()))
}

/// Parts a line into a name and the symbols of a code that has `wanted` of them. The code stands last and begins
/// where a word does: it is as many of the last words as come nearest to its length.
fn parted(line: &str, wanted: usize) -> Result<(&str, Vec<u8>), CodeError> {
    let word_starts = line.rmatch_indices(is_edge).map(|(at, edge)| at + edge.len()).chain([0]);
    let (mut found, mut begins) = (0_usize, line.len());
    let (mut counted, mut end) = (0_usize, line.len());
    for start in word_starts {
        let word = line.get(start..end).unwrap_or_default();
        counted += word.chars().filter(|c| !is_between(*c)).count();
        end = start;
        if counted.abs_diff(wanted) < found.abs_diff(wanted) {
            (found, begins) = (counted, start);
        }
        if counted >= wanted {
            break;
        }
    }
    if found != wanted {
        return Err(CodeError::Length { found, wanted });
    }
    let (name, code) = line.split_at_checked(begins).unwrap_or_default();
    let read = |character| symbol(character).ok_or(CodeError::Character { character });
    let symbols = code.chars().filter(|c| !is_between(*c)).map(read).collect::<Result<_, _>>()?;
    Ok((name.trim_start().trim_end_matches(is_between), symbols))
}

/// What may stand between a name and a code, and between the groups of a code.
fn is_edge(character: char) -> bool {
    character.is_whitespace() || matches!(character, ':' | ';' | ',' | '=' | '|')
}

/// What is passed over in a code.
fn is_between(character: char) -> bool {
    is_edge(character) || matches!(character, '-' | '‐' | '‑' | '–' | '—' | '_' | '.')
}

fn symbol(character: char) -> Option<u8> {
    let character = match character.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    };
    let place = ALPHABET.iter().position(|byte| char::from(*byte) == character)?;
    u8::try_from(place).ok()
}

/// The first 15 bits of the exercise's id.
fn marker(exercise: &Exercise) -> Vec<u8> {
    let digits = exercise.id.as_str().get(..4).unwrap_or_default();
    let bits = u32::from_str_radix(digits, 16).unwrap_or(0) >> 1;
    [10, 5, 0].into_iter().map(|shift| (bits >> shift & 31) as u8).collect()
}

/// How many states a sentence has: each set of labels, or *none*, each of them sure or not.
fn base(labels: usize) -> u32 {
    ((1 << labels.min(16)) + 1) * 2
}

fn state(answer: &Answer, labels: usize) -> u32 {
    let set = if answer.none { 1 << labels } else { u32::from(answer.labels) };
    set * 2 + u32::from(answer.unsure)
}

fn answer(state: u32, labels: usize) -> Answer {
    let (set, unsure) = (state / 2, state % 2 == 1);
    let none = set == 1 << labels;
    let labels = if none { 0 } else { u16::try_from(set).unwrap_or(0) };
    Answer { labels, none, unsure, ..Answer::default() }
}

#[cfg(test)]
mod tests;
