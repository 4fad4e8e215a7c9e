//! Made-up work for demonstrations, tests and pictures: a class of thirty that read the bundled article.

mod notes;

use std::rc::Rc;

use crate::annotation::Codebook;
use crate::exercise::board::{Board, Incoming, Item, Vote, most};
use crate::exercise::{
    Answer, Exercise, Feedback, Judgement, Key, KeyEntry, Receipt, Rules, Submission, When,
};
use crate::id::{AnnotatorId, ExerciseId};
use crate::seeds;
use crate::session;
use crate::time::Timestamp;

/// The bundled article on which the class worked.
const ARTICLE: &str = "8255b76595d74fd8";
/// How many pupils the class has.
const PUPILS: usize = 30;
/// When the made-up exercise was made: 2026-11-24T08:00:00Z.
const MADE: Timestamp = Timestamp(1_795_507_200_000);
/// The seed of the made-up class. It was picked so that sentence 10 divides the class most, as a demonstration
/// should have one such sentence: a choice, not a finding.
const SEED: u64 = 3724;

/// How likely a made-up pupil says claim, actor, event (of 100), for each of the twelve sentences.
const LIKELY: [[u64; 3]; 12] = [
    [30, 97, 92],
    [78, 82, 96],
    [68, 96, 88],
    [97, 83, 30],
    [58, 36, 18],
    [70, 95, 8],
    [87, 84, 10],
    [90, 82, 22],
    [88, 95, 16],
    [50, 18, 25],
    [95, 90, 12],
    [66, 42, 34],
];

/// The draft key of docs/codebook.md, sentence by sentence: a capital is required, a small letter accepted, of
/// claim, actor, event.
const KEY: [&str; 12] = ["cAE", "CAE", "CAE", "CAe", "Cae", "CA", "CA", "CA", "CA", "C", "CA", "Cae"];

/// The exercise that the made-up class did; `None` only if the article were not bundled.
#[must_use]
pub fn exercise() -> Option<Rc<Exercise>> {
    let article = seeds::articles().into_iter().find(|article| article.id.as_str() == ARTICLE)?;
    let codebook = Rc::new(Codebook::default());
    let id = ExerciseId::new("01b3070cd84123db");
    let article = crate::article::Article { id: article.id.within(&id), ..article };
    let key = key(&codebook);
    Some(Rc::new(Exercise {
        id,
        title: "Who says so? The Baku protest".to_owned(),
        instructions: "Read each sentence and ask three questions. Does it want you to believe something on somebody’s word? Does somebody act in it? Does it tell what happened?\n\nSay why where you had to think about it.".to_owned(),
        codebook,
        articles: vec![Rc::new(article)],
        rules: Rules::default(),
        warm_up: Vec::new(),
        key,
        feedback: Feedback::Nothing,
        when: When::AfterHandIn,
        created: MADE,
    }))
}

/// The board of the made-up class: thirty pupils, as if they had handed in files.
#[must_use]
pub fn class_of_30() -> Option<Board> {
    let exercise = exercise()?;
    let items = submissions(&exercise).into_iter().map(|submission| Item {
        from: file_of(&submission.name).into(),
        what: Incoming::Submission(submission, None),
    });
    let mut board = Board::new(Rc::clone(&exercise));
    board.is_made_up = true;
    Some(board.take(Vote::First, items.collect()).0)
}

/// The same class after its discussion: a second vote, in which some who stood with few have changed.
#[must_use]
pub fn class_of_30_with_second_vote() -> Option<Board> {
    let board = class_of_30()?;
    let mut chance = Chance(SEED + 1);
    let most = most(&board.tallies(Vote::First));
    let again = board.first.iter().map(|entry| {
        let mut submission = (*entry.submission).clone();
        submission.handed_in = submission.handed_in.map(|when| Timestamp(when.0 + 25 * 60_000));
        for (answer, most) in submission.answers.iter_mut().flatten().zip(&most) {
            if chance.of_100() < 30 {
                *answer = said(most.labels, answer.unsure && chance.of_100() < 50);
            }
        }
        let from = file_of(&submission.name).replace(".pressmark", "-again.pressmark").into();
        Item { from, what: Incoming::Submission(submission, None) }
    });
    Some(board.take(Vote::Second, again.collect()).0)
}

fn key(codebook: &Codebook) -> Key {
    let mut entries = Vec::new();
    for (sentence, letters) in KEY.iter().enumerate() {
        for (letter, label) in letters.chars().filter_map(|letter| {
            let label =
                codebook.labels.iter().find(|label| label.letter == Some(letter.to_ascii_lowercase()))?;
            Some((letter, label))
        }) {
            let judgement =
                if letter.is_ascii_uppercase() { Judgement::Required } else { Judgement::Accepted };
            let reason = notes::reason(sentence, letter).to_owned();
            entries.push(KeyEntry { article: 0, sentence, label: label.id.clone(), judgement, reason });
        }
    }
    Key { entries }
}

fn submissions(exercise: &Exercise) -> Vec<Submission> {
    let mut chance = Chance(SEED);
    let mut all: Vec<Submission> = Vec::new();
    while all.len() < PUPILS {
        let (annotator, name) =
            (AnnotatorId::from_random(chance.next()), session::suggested_name(chance.next()));
        if all.iter().any(|known| known.name == name || known.annotator == annotator) {
            continue;
        }
        let number = all.len();
        let answers = vec![answers(&mut chance, number)];
        let handed_in = Some(Timestamp(MADE.0 + 5_400_000 + 41_000 * number as u64));
        let exercise = exercise.id.clone();
        all.push(Submission { exercise, annotator, name, answers, handed_in, receipt: Receipt::Intact });
    }
    notes::write(&mut all);
    all
}

/// One pupil's answers: some lean to seeing claims, some are slow, and few are sure of everything.
fn answers(chance: &mut Chance, number: usize) -> Vec<Answer> {
    let lean = chance.of_100() % 25;
    let reached = if number % 7 == 5 { 8 + chance.of_100() as usize % 4 } else { LIKELY.len() };
    let answer = |(place, likely): (usize, &[u64; 3])| {
        let labels = likely.iter().enumerate().fold(0, |labels, (label, likely)| {
            let likely = if label == 0 { (likely + lean).saturating_sub(12) } else { *likely };
            labels | u16::from(chance.of_100() < likely) << label
        });
        match chance.of_100() {
            _ if place >= reached => Answer::default(),
            0..3 => said(0, true),
            3..6 => said(labels, true),
            _ => said(labels, false),
        }
    };
    LIKELY.iter().enumerate().map(answer).collect()
}

fn said(labels: u16, unsure: bool) -> Answer {
    Answer { labels, none: labels == 0 && !unsure, unsure, ..Answer::default() }
}

fn file_of(name: &str) -> String {
    format!("who-says-so_{}.pressmark.json", name.replace(' ', "-"))
}

/// Chance that falls alike every time: a linear congruential generator (Knuth's MMIX constants), whose high
/// bits are good enough for pupils that are made up.
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        self.0 ^ self.0 >> 32
    }

    fn of_100(&mut self) -> u64 {
        (self.next() >> 33) % 100
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exercise::board::most_divided_first;

    #[test]
    fn the_made_up_class_is_divided_most_by_sentence_10() {
        let board = class_of_30().expect("the article is bundled");
        assert_eq!(board.first.len(), PUPILS);
        assert!(board.is_made_up && board.refused.is_empty());
        let mut tallies = board.tallies(Vote::First);
        assert_eq!(tallies.len(), 12);
        most_divided_first(&mut tallies);
        assert_eq!((tallies[0].place.sentence + 1, tallies[0].most_divided()), (10, Some(0)));
        assert!(tallies[0].unsure > 0 && tallies[0].not_reached > 0, "{:?}", tallies[0]);
    }

    #[test]
    fn every_note_found_a_pupil_whose_answer_it_fits() {
        let board = class_of_30().expect("the article is bundled");
        let answers = board.first.iter().flat_map(|entry| &entry.submission.answers[0]);
        let mut written: Vec<&str> =
            answers.map(|answer| &*answer.note).filter(|note| !note.is_empty()).collect();
        let mut meant: Vec<&str> = notes::NOTES.iter().map(|(.., note)| *note).collect();
        written.sort_unstable();
        meant.sort_unstable();
        assert_eq!(written, meant);
        let key = &board.exercise.key.entries;
        let reasons = key.iter().filter(|entry| !entry.reason.is_empty()).count();
        assert_eq!(
            (key.len(), reasons),
            (29, notes::REASONS.len()),
            "each reason belongs to a line of the key"
        );
    }

    #[test]
    fn the_second_vote_of_the_made_up_class_has_the_same_pupils() {
        let board = class_of_30_with_second_vote().expect("the article is bundled");
        let who =
            |vote| board.entries(vote).iter().map(|e| e.submission.annotator.clone()).collect::<Vec<_>>();
        assert_eq!(who(Vote::First), who(Vote::Second));
        assert_ne!(board.tallies(Vote::First), board.tallies(Vote::Second));
    }
}
