//! The views of the class board, rendered on the host.

use std::rc::Rc;

use pressmark::exercise::board::{Board, Column, Entry, Place, Vote};
use pressmark::exercise::{Answer, Receipt, Submission};
use pressmark::id::AnnotatorId;
use pressmark::presets::{class_of_30, class_of_30_with_second_vote};
use yew::{Html, Properties, component, html, use_reducer};

use super::class::{Class, Ranking};
use super::state::{Act, Dispatch, Focus, Kept, Open, Over, State};
use super::{against, agreement, consensus, figures, grid, head, projector, second, sheet, spread, told};
use crate::app::route::ClassView;

/// A board as it is looked at, ready to be drawn.
struct Look {
    state: State,
    class: Rc<Class>,
    ranking: Rc<Ranking>,
}

fn look(board: Board, acts: &[Act]) -> Look {
    let state = acts.iter().fold(State::new(), |state, act| state.after(act.clone()));
    let board = state.board.clone().unwrap_or_else(|| Rc::new(board));
    let class = Rc::new(Class::new(&board, Vote::First, state.article, &state.roster, state.is_hidden));
    let ranking = Rc::new(Ranking::new(&class, state.sort.by, state.sort.is_descending));
    Look { state, class, ranking }
}

fn demo(acts: &[Act]) -> Look {
    look(class_of_30().expect("the made-up class"), acts)
}

#[derive(Properties)]
struct StageProps {
    look: Rc<Look>,
    draw: fn(&Look, &Dispatch) -> Html,
}

impl PartialEq for StageProps {
    fn eq(&self, _: &Self) -> bool {
        false
    }
}

/// Gives a view the dispatcher that only a component can have.
#[component]
fn Stage(props: &StageProps) -> Html {
    let state = use_reducer(State::new);
    (props.draw)(&props.look, &state.dispatcher())
}

fn render(look: Look, draw: fn(&Look, &Dispatch) -> Html) -> String {
    let props = StageProps { look: Rc::new(look), draw };
    let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime for the test");
    let renderer = yew::LocalServerRenderer::<Stage>::with_props(props).hydratable(false);
    tokio::task::LocalSet::new().block_on(&runtime, renderer.render())
}

fn article(look: &Look, dispatch: &Dispatch) -> Html {
    html! { <>{ head::head(&look.class, ClassView::Article, Html::default(), dispatch) }{ spread::spread(&look.state, &look.class, &look.ranking, dispatch) }</> }
}

fn the_grid(look: &Look, dispatch: &Dispatch) -> Html {
    grid::grid(&look.state, &look.class, &look.ranking, dispatch)
}

/// A class of so many pupils who all say the same.
fn alike(pupils: usize) -> Board {
    let made = class_of_30().expect("the made-up class");
    let sentences = made.exercise.sentences();
    let mut board = Board { first: Vec::new(), ..made };
    for number in 0..pupils {
        let name = format!("Pupil {number}");
        let answer = Answer { labels: 1, ..Answer::default() };
        let submission = Submission {
            exercise: board.exercise.id.clone(),
            annotator: AnnotatorId::new(&name),
            name: name.clone(),
            answers: vec![vec![answer; sentences]],
            handed_in: None,
            receipt: Receipt::Intact,
        };
        board.first.push(Entry::new(submission, name.as_str().into()));
    }
    board
}

#[test]
fn the_most_divided_sentence_stands_first_with_its_counts() {
    let page = render(demo(&[]), article);
    let first = page.find("data-sentence=").expect("a sentence");
    assert!(page[first..].starts_with(r#"data-sentence="10""#));
    assert!(page.contains(r#"aria-label="Sentence 10, 14 to 13 on claim""#));
    assert!(page.contains("Made-up class") && page.contains("30 submissions received"));
    assert_eq!(page.matches(r#"aria-expanded="false""#).count(), 11, "the first is open");
}

#[test]
fn an_open_sentence_has_two_readings_without_a_name_and_says_who_chose_what() {
    let page = render(demo(&[Act::Open(9)]), article);
    assert!(page.contains(r#"id="open-10""#) && page.contains(r#"aria-controls="open-10""#));
    assert!(
        page.contains("Sentence 10: 14 to 13 on claim") && page.contains("And 1 not sure, 2 not reached.")
    );
    let readings = &page[page.find("pm-readings").expect("readings")..page.find("pm-who").expect("who")];
    let class = demo(&[]);
    for entry in class.class.people() {
        assert!(!readings.contains(&entry.submission.name), "{}", entry.submission.name);
        assert!(page.contains(&entry.submission.name));
    }
}

#[test]
fn hidden_names_are_nowhere_on_the_page() {
    let board = class_of_30().expect("the made-up class");
    let names: Vec<String> = board.first.iter().map(|entry| entry.submission.name.clone()).collect();
    for page in [
        render(demo(&[Act::HideNames, Act::Open(9)]), article),
        render(demo(&[Act::HideNames]), the_grid),
        render(demo(&[Act::Project(9), Act::Readings]), |look, dispatch| {
            projector::projector(&look.state, &look.class, dispatch)
        }),
    ] {
        assert!(names.iter().all(|name| !page.contains(name.as_str())));
    }
    let page = render(demo(&[Act::HideNames]), the_grid);
    assert!(page.contains("Pupil 1<") && page.contains("Pupil 30<"));
}

#[test]
fn the_grid_has_a_row_for_each_annotator_and_numbers_them_by_arrival() {
    let page = render(demo(&[]), the_grid);
    assert!(page.contains(r#"data-annotators="30""#));
    assert_eq!(page.matches("data-sentence-cell=").count(), 30 * 12);
    for number in 1..=30 {
        assert_eq!(page.matches(&format!(r#"data-annotator="{number}""#)).count(), 12, "{number}");
    }
    assert_eq!(page.matches(r#"tabindex="0""#).count(), 2, "the region and the current cell");
    assert!(page.contains(r#"aria-sort="ascending""#) && !page.contains("aria-rowcount"));
}

#[test]
fn sorting_by_a_sentence_turns_round_at_the_second_press() {
    let column = Column::Sentence(Place { article: 0, sentence: 9 });
    let once = render(demo(&[Act::SortBy(column)]), the_grid);
    let twice = render(demo(&[Act::SortBy(column), Act::SortBy(column)]), the_grid);
    assert!(once.contains(r#"aria-sort="ascending""#) && twice.contains(r#"aria-sort="descending""#));
    let first = |page: &str| {
        page[page.find("data-annotator=").expect("a cell")..].chars().take(20).collect::<String>()
    };
    assert_ne!(first(&once), first(&twice));
}

#[test]
fn of_more_than_200_annotators_only_rows_near_the_screen_are_in_the_page() {
    let board = alike(1000);
    let mut acts =
        vec![Act::Show(Rc::new(board.clone()), None), Act::View(ClassView::Grid), Act::Near(500, 0)];
    let first = render(look(board.clone(), &acts), the_grid);
    assert!(first.contains(r#"data-annotators="1000""#) && first.contains(r#"aria-rowcount="1002""#));
    assert!(first.matches("data-row=").count() < grid::NEAR / 4, "the first slice");
    acts.extend((0..6).map(|_| Act::Grow(ClassView::Grid)));
    let page = render(look(board, &acts), the_grid);
    assert_eq!(page.matches("data-row=").count(), grid::NEAR);
    assert!(page.contains(r#"aria-rowindex="503""#));
}

#[test]
fn agreement_is_told_plainly_first_and_what_is_undefined_is_told() {
    let draw: fn(&Look, &Dispatch) -> Html = |look, dispatch| {
        let found = figures::all(&look.class);
        agreement::agreement(&look.state, &look.class, Some(&found), &look.ranking, dispatch)
    };
    let page = render(demo(&[]), draw);
    let order = ["Said yes", "in 100", "Krippendorff’s alpha", "Fleiss’ kappa", "Gwet’s AC1", "Pairs"];
    let places: Vec<usize> = order.iter().map(|words| page.find(words).expect(words)).collect();
    assert!(places.is_sorted(), "{places:?}");
    assert_eq!(page.matches("data-step=").count(), 435);
    let page = render(look(alike(30), &[]), draw);
    assert!(page.contains("data-undefined") && page.contains("Undefined") && page.contains("not 1, not 0"));
}

#[test]
fn the_key_is_compared_by_label_and_by_pupil() {
    let draw: fn(&Look, &Dispatch) -> Html =
        |look, dispatch| against::against(&look.state, &look.class, &look.ranking, dispatch);
    let page = render(demo(&[]), draw);
    assert!(page.contains("Found") && page.contains("Right") && page.contains("F1"));
    assert_eq!(page.matches(r#"<th scope="row">"#).count(), 30);
    assert!(page.contains("which the key requires"));
}

#[test]
fn a_second_vote_shows_who_moved_and_without_one_says_how_to_get_it() {
    let draw: fn(&Look, &Dispatch) -> Html =
        |look, dispatch| second::second(&look.state, &look.class, &look.ranking, dispatch);
    let page = render(demo(&[]), draw);
    assert!(page.contains("Add the second vote") && page.contains("Open the made-up second vote"));
    let page = render(look(class_of_30_with_second_vote().expect("the made-up class"), &[]), draw);
    assert!(page.contains("voted twice") && page.contains(" to yes") && page.contains("changed something"));
}

#[test]
fn a_consensus_is_what_most_say_until_it_is_settled_by_hand() {
    let draw: fn(&Look, &Dispatch) -> Html =
        |look, dispatch| consensus::consensus(&look.state, &look.class, dispatch);
    let page = render(demo(&[]), draw);
    assert_eq!(page.matches("data-settle=").count(), 36);
    assert!(page.contains("0 settled by hand") && !page.contains("As most say"));
    let by_hand = pressmark::exercise::board::ByHand {
        place: Place { article: 0, sentence: 9 },
        label: 0,
        decision: Some(false),
    };
    let board = class_of_30().expect("the made-up class");
    let page = render(look(board.clone(), &[Act::Show(Rc::new(board), None), Act::Settle(by_hand)]), draw);
    assert!(page.contains("1 settled by hand") && page.contains("As most say") && page.contains("by hand<"));
}

#[test]
fn the_sheet_holds_divided_sentences_and_no_name() {
    let page = render(demo(&[]), |look, _| sheet::sheet(&look.class));
    let board = class_of_30().expect("the made-up class");
    assert!(page.contains("Sentence 10: 14 to 13 on claim"));
    assert!(board.first.iter().all(|entry| !page.contains(&entry.submission.name)));
}

#[test]
fn notes_and_names_are_only_ever_text() {
    let mut board = alike(3);
    let mut submission = (*board.first[0].submission).clone();
    submission.name = "<b>Heron</b>".into();
    submission.answers[0][0].note = "<script>alert(1)</script>".into();
    board.first[0] = Entry::new(submission, "<i>file</i>".into());
    let page = render(look(board, &[Act::Open(0)]), article);
    assert!(page.contains("&lt;script&gt;") && !page.contains("<script>") && !page.contains("<b>Heron"));
}

#[test]
fn what_was_taken_is_told() {
    let board = class_of_30().expect("the made-up class");
    let items: Vec<_> = board
        .first
        .iter()
        .take(2)
        .map(|entry| pressmark::exercise::board::Item {
            from: "file".into(),
            what: pressmark::exercise::board::Incoming::Submission((*entry.submission).clone(), None),
        })
        .collect();
    let empty = Board::new(Rc::clone(&board.exercise));
    let (_, report) = empty.take(Vote::First, items);
    assert_eq!(told::taken(&report), "2 submissions taken.");
    assert_eq!(told::taken(&Default::default()), "Nothing was taken.");
}

#[test]
fn what_is_on_the_board_already_is_named_and_not_remembered() {
    let board = class_of_30().expect("the made-up class");
    let twice = pressmark::exercise::board::Item {
        from: "again.json".into(),
        what: pressmark::exercise::board::Incoming::Submission((*board.first[0].submission).clone(), None),
    };
    let (board, report) = board.take(Vote::First, vec![twice]);
    assert!(board.refused.is_empty());
    let shown = look(board.clone(), &[Act::Show(Rc::new(board), Some(Rc::new(report)))]);
    assert_eq!((shown.state.over, shown.state.said.as_deref()), (Over::Refused, None));
    let closed = shown.state.after(Act::Over(Over::Nothing));
    assert!(closed.report.is_none(), "what was told is not told again");
    let page = render(shown, |look, dispatch| {
        told::refused(look.state.board.as_deref(), look.state.report.as_deref(), dispatch)
    });
    assert!(page.contains("again.json") && page.contains("This is on the board already"), "{page}");
}

#[test]
fn a_wiped_board_is_empty_and_a_late_answer_of_the_device_changes_nothing() {
    let board = Rc::new(class_of_30().expect("the made-up class"));
    let shown = State::new().after(Act::Show(Rc::clone(&board), None));
    assert_eq!((shown.kept, shown.revision), (Kept::Saving, 1));
    let late = shown.after(Act::Loaded(None));
    assert!(late.board.is_some(), "what was opened meanwhile stays");
    let changed = late.after(Act::Dismiss);
    assert_eq!(
        changed.after(Act::Kept(1, Kept::Saved)).kept,
        Kept::Saving,
        "an older change was kept, not this one"
    );
    assert_eq!(changed.after(Act::Kept(2, Kept::Saved)).kept, Kept::Saved);
    let wiped = changed.after(Act::Wipe);
    assert!(wiped.board.is_none() && wiped.over == Over::Nothing && wiped.revision == 3);
}

#[test]
fn closing_a_sentence_gives_the_focus_back_to_its_number() {
    let open = State::new().after(Act::Toggle { place: 4, is_open: false, moves: true });
    assert_eq!((open.open, open.focus.1), (Open::At(4), Focus::Open(4)));
    let closed = open.after(Act::Close(4));
    assert_eq!((closed.open, closed.focus.1), (Open::Nothing, Focus::Number(4)));
    let by_mouse = State::new().after(Act::Toggle { place: 4, is_open: false, moves: false });
    assert_eq!(by_mouse.focus.1, Focus::Stays, "a pointer leaves the focus where it is");
}

#[test]
fn the_cell_that_has_the_focus_is_always_in_the_page() {
    let there = |near, at| {
        let start = grid::around(near, at, grid::NEAR);
        (start..start + grid::NEAR).contains(&at)
    };
    assert!([(0, 0), (0, 46), (0, 48), (500, 3), (3, 999)].iter().all(|(near, at)| there(*near, *at)));
    assert_eq!(grid::around(8, 20, grid::NEAR), 8, "what is well inside moves nothing");
}
