//! Codes: there and back, and every slip of the pen.

use std::rc::Rc;

use proptest::prelude::*;

use super::*;
use crate::annotation::{Codebook, Label};
use crate::article::{Article, Meta, Origin};
use crate::exercise::{Feedback, Key, Rules, When};
use crate::id::{ExerciseId, LabelId};
use crate::time::Timestamp;

/// An exercise of so many sentences in each article, with so many labels.
fn exercise(sentences: &[usize], labels: usize) -> Exercise {
    let meta = || Meta {
        title: None,
        language: Some(crate::text::Language::new("en")),
        source: None,
        date: None,
        origin: Origin::Bundled,
    };
    let text = |count: &usize| {
        (0..*count).map(|n| format!("Sentence {n} stands here.")).collect::<Vec<_>>().join("\n")
    };
    let article = |count: &usize| Rc::new(Article::with_furniture(text(count).into(), meta(), &[]));
    let label = |n: usize| Label {
        id: LabelId::new(&format!("l{n}")),
        name: String::new(),
        key: '1',
        letter: None,
        definition: String::new(),
        question: String::new(),
        example: String::new(),
        ink: 1,
    };
    Exercise {
        id: ExerciseId::new("b7c1d2e3f4a5b6c7"),
        title: String::new(),
        instructions: String::new(),
        codebook: Rc::new(Codebook { name: String::new(), labels: (0..labels).map(label).collect() }),
        articles: sentences.iter().map(article).collect(),
        rules: Rules::default(),
        warm_up: Vec::new(),
        key: Key::default(),
        feedback: Feedback::default(),
        when: When::default(),
        created: Timestamp(0),
    }
}

/// Answers made of random numbers.
fn answers(exercise: &Exercise, random: &[u32]) -> Answers {
    let labels = exercise.codebook.labels.len();
    let mut random = random.iter().cycle();
    let mut next = || answer(random.next().map_or(0, |r| r % base(labels)), labels);
    exercise.articles.iter().map(|article| article.sentences.iter().map(|_| next()).collect()).collect()
}

#[test]
fn twelve_sentences_with_three_labels_make_sixteen_characters() {
    let exercise = exercise(&[12], 3);
    let largest = answers(&exercise, &[17]);
    for answers in [largest, answers(&exercise, &[0]), answers(&exercise, &[2, 5, 16])] {
        let code = write(&exercise, &answers);
        assert_eq!(code.len(), 19, "{code}: four groups of four");
        assert_eq!(code.split('-').map(str::len).collect::<Vec<_>>(), [4; 4]);
        assert_eq!(read(&exercise, &code), Ok((String::new(), answers)));
    }
}

/// A code that was given out is read for ever.
#[test]
fn a_code_stays_what_it_was() {
    let exercise = exercise(&[12], 3);
    let answers = answers(&exercise, &[0, 2, 4, 6, 8, 10, 12, 14, 16, 17, 1, 3]);
    assert_eq!(write(&exercise, &answers), "PZ00-078Z-Y1G0-7S8K");
}

#[test]
fn a_code_grows_with_its_exercise() {
    for (sentences, labels, characters) in
        [(1, 1, 6), (12, 3, 16), (12, 9, 30), (35, 3, 36), (200, 3, 173), (200, 9, 407), (400, 9, 808)]
    {
        let exercise = exercise(&[sentences], labels);
        let code = write(&exercise, &answers(&exercise, &[7, 1, 0]));
        assert_eq!(code.replace('-', "").len(), characters, "{sentences} sentences, {labels} labels");
    }
}

#[test]
fn a_very_long_exercise_is_no_slower_for_each_of_its_sentences() {
    let exercise = exercise(&[20_000], 3);
    let answers = answers(&exercise, &[17, 3, 0, 16, 5]);
    assert_eq!(read(&exercise, &write(&exercise, &answers)), Ok((String::new(), answers)));
}

#[test]
fn a_code_is_read_however_it_was_written_down() {
    let exercise = exercise(&[3, 2], 3);
    let answers = answers(&exercise, &[1, 17, 8, 4, 16]);
    let code = write(&exercise, &answers);
    let alike = code.replace('0', "O").replace('1', "l");
    for (line, name) in [
        (code.clone(), ""),
        (format!("Heron 12  {code}"), "Heron 12"),
        (format!("  Heron 12:\t{}  ", code.to_lowercase()), "Heron 12"),
        (code.replace('-', " "), ""),
        (code.replace('-', ""), ""),
        (format!("الطائر ٧, {alike}."), "الطائر ٧"),
        (format!("12 {}", code.replace('-', " ")), "12"),
        (format!("Heron 12;{code}"), "Heron 12"),
        (format!("{};{}", "Anne-Marie", code.replace('-', " ")), "Anne-Marie"),
    ] {
        assert_eq!(read(&exercise, &line), Ok((name.to_owned(), answers.clone())), "{line}");
    }
}

#[test]
fn every_wrong_character_and_every_swap_is_noticed() {
    let exercise = exercise(&[12], 3);
    let code: Vec<char> =
        write(&exercise, &answers(&exercise, &[3, 9, 12, 0, 17, 16])).replace('-', "").chars().collect();
    let fails = |code: &[char]| read(&exercise, &code.iter().collect::<String>()).is_err();
    assert!(!fails(&code));
    for place in 0..code.len() {
        for byte in ALPHABET {
            let mut wrong = code.clone();
            wrong[place] = char::from(*byte);
            assert_eq!(fails(&wrong), wrong != code);
            // A second slip, in any later place.
            for second in place + 1..code.len() {
                for other in ALPHABET {
                    let mut wrong = wrong.clone();
                    wrong[second] = char::from(*other);
                    assert_eq!(fails(&wrong), wrong != code);
                }
            }
        }
        for other in 0..place {
            let mut swapped = code.clone();
            swapped.swap(place, other);
            assert_eq!(fails(&swapped), swapped != code);
        }
    }
}

#[test]
fn what_is_wrong_with_a_code_is_said() {
    let here = exercise(&[12], 3);
    let code = write(&here, &answers(&here, &[5]));
    let other = Exercise { id: ExerciseId::new("00ff000000000000"), ..exercise(&[12], 3) };
    assert_eq!(read(&other, &code), Err(CodeError::OtherExercise));
    assert_eq!(read(&here, &code.replace('-', "")[1..]), Err(CodeError::Length { found: 15, wanted: 16 }));
    assert_eq!(read(&here, &format!("{code}0")), Err(CodeError::Length { found: 17, wanted: 16 }));
    assert_eq!(read(&here, ""), Err(CodeError::Length { found: 0, wanted: 16 }));
    let (plain, spaced) = (code.replace('-', "")[1..].to_owned(), code[1..].replace('-', " "));
    for line in [format!("Heron 12  {plain}"), format!("Heron {plain}"), format!("Wren: {spaced}")] {
        assert_eq!(read(&here, &line), Err(CodeError::Length { found: 15, wanted: 16 }), "{line}");
    }
    let starred = format!("Heron 12 {}*{}", &code[..5], &code[6..]);
    assert_eq!(read(&here, &starred), Err(CodeError::Character { character: '*' }));
    let with_u = format!("{}U", &code[..code.len() - 1]);
    assert_eq!(read(&here, &with_u), Err(CodeError::Character { character: 'U' }));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn every_answer_comes_back(
        sentences in proptest::collection::vec(1_usize..134, 1..4),
        labels in 1_usize..=9,
        random in proptest::collection::vec(any::<u32>(), 1..80),
    ) {
        let exercise = exercise(&sentences, labels);
        let answers = answers(&exercise, &random);
        prop_assert_eq!(read(&exercise, &write(&exercise, &answers)), Ok((String::new(), answers)));
    }

    #[test]
    fn two_wrong_characters_of_a_long_code_are_noticed(
        labels in 1_usize..=9,
        random in proptest::collection::vec(any::<u32>(), 1..80),
        (first, second) in (any::<prop::sample::Index>(), any::<prop::sample::Index>()),
        (by, and_by) in (1_usize..32, 0_usize..32),
    ) {
        let exercise = exercise(&[200], labels);
        let code: Vec<char> = write(&exercise, &answers(&exercise, &random)).replace('-', "").chars().collect();
        let mut wrong = code.clone();
        for (index, by) in [(first, by), (second, and_by)] {
            let place = index.index(code.len());
            let symbol = ALPHABET.iter().position(|byte| char::from(*byte) == code[place]).unwrap();
            wrong[place] = char::from(ALPHABET[(symbol + by) % 32]);
        }
        prop_assert_eq!(read(&exercise, &wrong.iter().collect::<String>()).is_err(), wrong != code);
    }

    #[test]
    fn nothing_that_can_be_typed_makes_reading_panic(line in "\\PC{0,40}|[0-9A-Za-z -]{0,40}") {
        let _ = read(&exercise(&[5], 3), &line);
    }
}
