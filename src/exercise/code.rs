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
    Ok((name, exercise.articles.iter().map(|article| of(article.sentences.len())).collect()))
}

/// Parts a line into a name and the last `wanted` symbols.
fn parted(line: &str, wanted: usize) -> Result<(String, Vec<u8>), CodeError> {
    let is_between = |c: char| c.is_whitespace() || matches!(c, '-' | '‐' | '‑' | '–' | '_' | '.');
    let mut symbols = Vec::new();
    let mut rest = line.trim_end_matches(is_between);
    while symbols.len() < wanted {
        let Some(character) = rest.chars().next_back() else { break };
        rest = rest.strip_suffix(character).unwrap_or_default();
        if !is_between(character) {
            symbols.push(symbol(character).ok_or(CodeError::Character { character })?);
        }
    }
    let more = rest.chars().rev().take_while(|c| c.is_alphanumeric()).count();
    let found = symbols.len() + more;
    if found != wanted {
        return Err(CodeError::Length { found, wanted });
    }
    symbols.reverse();
    let is_edge = |c: char| is_between(c) || matches!(c, ':' | ';' | ',' | '=');
    Ok((rest.trim().trim_end_matches(is_edge).to_owned(), symbols))
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
