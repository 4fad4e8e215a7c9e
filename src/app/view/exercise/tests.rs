//! The exercise screens rendered on the host, on an article of three sentences.

use std::rc::Rc;

use pressmark::annotation::Codebook;
use pressmark::exercise::{Answer, Exercise, Feedback, Judgement, When};
use pressmark::id::{ArticleId, LabelId};
use pressmark::session::{Action, Session};
use pressmark::time::Timestamp;
use yew::{Callback, Html, Reducible, html};

use super::making::{Change, Making};
use super::warm_up::{Step, Try};
use super::{hand_in, hand_out, key_editor, labels, paper, passing, start, told, warm_up, words, work};
use crate::app::route::{At, Route};
use crate::app::store::Dispatch;
use crate::app::view::tests::{article, frame, render, session};

fn label(id: &str) -> LabelId {
    LabelId::new(id)
}

/// What a teacher has made of the first article after these changes.
fn making(session: &Session, changes: Vec<Change>) -> Rc<Making> {
    let first = Making::new(Some(&article(session).id), &session.codebook);
    let title = Change::Title("Who says so?".to_owned());
    [title].into_iter().chain(changes).fold(Rc::new(first), Reducible::reduce)
}

fn made(changes: Vec<Change>) -> Rc<Exercise> {
    let session = session(&[]);
    Rc::new(passing::made(&making(&session, changes), &session, Timestamp(1)).expect("it can be made"))
}

/// An exercise with a key: claim on the second sentence is required, an actor accepted.
fn with_key(feedback: Feedback, when: When) -> Rc<Exercise> {
    let id = article(&session(&[])).id.clone();
    let judge = |name, judgement| Change::Judge(id.clone(), 1, label(name), Some(judgement));
    made(vec![
        judge("claim", Judgement::Required),
        judge("actor", Judgement::Accepted),
        Change::Reason(id.clone(), 1, label("claim"), "She gives her word for it.".to_owned()),
        Change::Feedback(feedback),
        Change::When(when),
        Change::NoteOn(label("claim"), true),
        Change::AskMain(true),
    ])
}

/// A device on which Heron 12 has started this exercise and done this in its article.
fn begun(exercise: &Rc<Exercise>, acts: impl Fn(&ArticleId) -> Vec<Action>) -> Session {
    let id = &exercise.articles[0].id;
    let first = [Action::TakeExercise(Rc::clone(exercise)), Action::Start("Heron 12".to_owned())];
    session(&first.into_iter().chain(acts(id)).collect::<Vec<_>>())
}

fn work_on(session: &Rc<Session>, dispatch: &Dispatch) -> Html {
    let exercise = Rc::clone(&session.exercises[0]);
    let frame = frame(Route::Exercise(exercise.id.clone(), At::Article(1, Some(2))));
    let article = Rc::clone(&exercise.articles[0]);
    html! {
        <work::Work {frame} session={Rc::clone(session)} {exercise} dispatch={dispatch.clone()} {article} number=1 sentence={Some(2)} />
    }
}

#[test]
fn the_reading_page_carries_the_task() {
    let exercise = with_key(Feedback::Nothing, When::AfterHandIn);
    let session = begun(&exercise, |id| {
        vec![
            Action::Label(id.clone(), 1, label("claim")),
            Action::Label(id.clone(), 1, label("actor")),
            Action::Unsure(id.clone(), 0),
        ]
    });
    let page = render(session, work_on);
    for words in [
        "2 of 3, 1 not sure",
        ">Hand in</button>",
        "<b>Heron 12</b>",
        r#"aria-label="Instructions""#,
        "A note is asked for on claim.",
        r#"data-do="main-actor""#,
        "Who says so?",
    ] {
        assert!(page.contains(words), "{words}: {page}");
    }
    let plain = exercise.articles[0].id.plain();
    assert!(page.contains(&format!(r#"data-article="{plain}""#)) && !page.contains("Put back"));
}

#[test]
fn a_note_is_asked_for_only_until_it_is_there() {
    let exercise = with_key(Feedback::Nothing, When::AfterHandIn);
    let note = |id: &ArticleId| {
        vec![Action::Label(id.clone(), 1, label("claim")), Action::Note(id.clone(), 1, "She does.".into())]
    };
    let page = render(begun(&exercise, note), work_on);
    assert!(!page.contains("A note is asked for") && !page.contains("Main label"));
}

#[test]
fn feedback_at_once_stands_beside_the_sentence() {
    let exercise = with_key(Feedback::WhereAndWhy, When::AtOnce);
    let act = |id: &ArticleId| vec![Action::Label(id.clone(), 1, label("event"))];
    let page = render(begun(&exercise, act), work_on);
    for words in ["Not yet: claim is missing, event does not belong here.", "She gives her word for it."] {
        assert!(page.contains(words), "{words}");
    }
    let hidden = render(begun(&with_key(Feedback::WhereAndWhy, When::AfterHandIn), act), work_on);
    assert!(!hidden.contains("Not yet"));
}

#[test]
fn a_pupil_begins_with_the_task_the_warm_up_and_a_code_name() {
    let page = render(
        begun(&with_key(Feedback::Nothing, When::AfterHandIn), |_| vec![]),
        |session, dispatch| {
            let exercise = Rc::clone(&session.exercises[0]);
            let frame = frame(Route::Exercise(exercise.id.clone(), At::Start));
            html! { <start::Start {frame} session={Rc::clone(session)} {exercise} dispatch={dispatch.clone()} /> }
        },
    );
    for words in [
        r#"<label for="code-name">Code name</label>"#,
        r#"value="Heron 12""#,
        ">Start</button>",
        "Try 3 sentences first.",
        "Write a note wherever you mark claim.",
    ] {
        assert!(page.contains(words), "{words}: {page}");
    }
    assert!(!page.contains("of 3 fit"), "nobody has tried yet");
}

#[test]
fn the_warm_up_tells_at_once_what_fits_and_why() {
    let exercise = made(vec![]);
    let after = |steps: &[Step]| steps.iter().fold(Try::default(), |made, step| made.after(*step));
    let fit = |place: usize, steps: &[Step]| {
        warm_up::fit(&exercise.warm_up[place], &exercise.codebook, &after(steps).answer)
    };
    assert_eq!(fit(0, &[Step::Label(1), Step::Label(2)]), pressmark::exercise::Fit::Fits);
    assert_eq!(
        fit(2, &[Step::Label(0), Step::None]),
        pressmark::exercise::Fit::Fits,
        "none clears the label"
    );
    assert!(!after(&[Step::Check]).is_checked, "nothing said, nothing to check");
    assert!(!after(&[Step::None, Step::Check, Step::Label(0)]).is_checked, "a changed answer is another");
}

#[test]
fn a_warm_up_is_remembered_under_the_code_name_while_the_page_is_open() {
    let exercise = made(vec![]);
    let right = [Step::Label(1), Step::Label(2), Step::Check];
    let made = right.iter().fold(Try::default(), |made, step| made.after(*step));
    let tries = [made, Try::default(), Try::default()];
    assert_eq!(warm_up::fitting(&exercise, &tries), 1);
    warm_up::remember(&exercise.id, " Heron 12 ", &tries);
    assert_eq!(warm_up::remembered(&exercise.id, "Heron 12").as_deref(), Some(tries.as_slice()));
    assert_eq!(warm_up::remembered(&exercise.id, "Wren 3"), None);
    assert_eq!(words::warmed_up(1, 3), "1 of 3 fit.");
    assert_eq!(words::warmed_up(3, 3), "Warm-up done, 3 of 3.");
}

#[test]
fn what_is_open_is_named_before_handing_in() {
    let exercise = with_key(Feedback::Nothing, When::AfterHandIn);
    let session = begun(&exercise, |id| vec![Action::Label(id.clone(), 1, label("claim"))]);
    let page = render(session, |session, _| {
        hand_in::ask(session, &session.exercises[0], &Callback::noop(), &Callback::noop())
    });
    for words in [
        "2 sentences are not reached.".to_owned(),
        "Hand in now".to_owned(),
        "Go on".to_owned(),
        format!(r##"href="#/exercise/{}/1/3""##, exercise.id),
        "Without the note that is asked for".to_owned(),
    ] {
        assert!(page.contains(&words), "{words}: {page}");
    }
}

#[test]
fn the_key_tells_no_more_than_the_teacher_chose() {
    let told = |feedback| {
        let exercise = with_key(feedback, When::AfterHandIn);
        let none = Answer { none: true, ..Answer::default() };
        let answers = vec![vec![none.clone(), none, Answer::default()]];
        render_html(told::after(&exercise, &answers))
    };
    assert_eq!(told(Feedback::Nothing), "");
    let how_many = told(Feedback::HowMany);
    assert!(
        how_many.contains("1 of 2 answered sentences fit the key.") && !how_many.contains("Nobody spoke")
    );
    let place = told(Feedback::Where);
    assert!(place.contains("Nobody spoke") && !place.contains("claim is missing"));
    let why = told(Feedback::WhereAndWhy);
    assert!(why.contains("Not yet: claim is missing.") && why.contains("She gives her word for it."));
}

/// Markup that needs no session.
fn render_html(shown: Html) -> String {
    thread_local! { static SHOWN: std::cell::RefCell<Html> = std::cell::RefCell::default(); }
    SHOWN.set(shown);
    render(session(&[]), |_, _| SHOWN.take())
}

#[test]
fn paper_has_every_sentence_with_boxes() {
    let page = render_html(paper::paper(&made(vec![]), None));
    for words in ["<b>3</b>", "It will meet again.", "<span>Claim</span>", "<span>Not sure</span>"] {
        assert!(page.contains(words), "{words}");
    }
}

#[test]
fn the_length_of_the_link_is_told_with_what_it_is_too_long_for() {
    let of = |length| render_html(hand_out::measure(length));
    assert!(of(1_999).contains("Fits everywhere"));
    assert!(
        of(2_500).contains("Some chat tools cut it here") && !of(2_500).contains("Too long for a QR code")
    );
    assert!(of(4_250).contains("<b>4,250</b>") && of(4_250).contains("Too long for a QR code"));
    assert!(of(9_400).contains("on a ruler to 10,000"));
}

#[test]
fn own_labels_take_the_keys_in_order_and_ids_of_their_names() {
    let exercise = made(vec![
        Change::AddLabel,
        Change::LabelName(3, "Gute Frage?".to_owned()),
        Change::AddLabel,
        Change::DropLabel(0),
        Change::NoteOn(label("own-1"), true),
    ]);
    let shown: Vec<_> =
        exercise.codebook.labels.iter().map(|l| (l.id.as_str().to_owned(), l.key, l.letter, l.ink)).collect();
    let of = |id: &str, key, ink| (id.to_owned(), key, None, ink);
    assert_eq!(
        shown,
        [of("actor", '1', 2), of("event", '2', 3), of("gute-frage", '3', 4), of("label-4", '4', 5)]
    );
    assert_eq!(exercise.rules.notes_on, [label("gute-frage")]);
    assert_eq!(exercise.codebook.name, "Actor, Event, Gute Frage?, Label 4");
}

#[test]
fn what_names_a_label_goes_with_it() {
    let session = session(&[]);
    let id = article(&session).id.clone();
    let all = making(
        &session,
        vec![
            Change::Judge(id.clone(), 0, label("claim"), Some(Judgement::Required)),
            Change::NoteOn(label("claim"), true),
            Change::DropLabel(0),
        ],
    );
    assert!(all.key.is_empty() && all.rules.notes_on.is_empty());
    assert_eq!(all.codebook.labels.len(), 2);
    let back = Rc::clone(&all).reduce(Change::Codebook(Rc::default()));
    assert_eq!(*back.codebook, Codebook::default());
}

#[test]
fn my_tags_become_the_key_with_my_notes_as_reasons() {
    let id = article(&session(&[])).id.clone();
    let tagged = session(&[
        Action::Label(id.clone(), 0, label("event")),
        Action::Note(id.clone(), 0, "A vote on a day.".to_owned()),
    ]);
    let all = making(&tagged, vec![Change::TakeTags(article(&tagged), tagged.mine(&article(&tagged)))]);
    let line = all.line(&id, 0, &label("event")).expect("the tag is in the key");
    assert_eq!((line.judgement, line.reason.as_str()), (Judgement::Required, "A vote on a day."));
    let page = render(tagged, |session, _| {
        key_editor::editor(&making(session, vec![]), session, &Callback::noop(), &Callback::noop())
    });
    for words in [
        "Take my tags of this article as the key",
        "You have answered 1 of 3",
        r#"aria-label="Claim on sentence 2""#,
    ] {
        assert!(page.contains(words), "{words}");
    }
}

#[test]
fn the_editor_of_labels_has_a_field_for_everything() {
    let page = render(session(&[]), |session, _| {
        labels::editor(&making(session, vec![]), &Callback::noop(), &Callback::noop())
    });
    for words in
        ["Name of label 3", "Colour and shape of label 1", "Remove Claim", "Add a label", "What it means"]
    {
        assert!(page.contains(words), "{words}");
    }
}

#[test]
fn an_exercise_needs_an_article() {
    let session = session(&[]);
    let all = making(&session, vec![Change::Article(article(&session).id.clone(), false)]);
    assert_eq!(passing::made(&all, &session, Timestamp(1)), Err("Choose an article first.".to_owned()));
}
