//! Correcting the language of an article: its sentences are cut anew, and work stays with its words.

use std::rc::Rc;

use pressmark::article::{Article, Meta, Origin};
use pressmark::session::{Action, Moment, Scope, Session};
use pressmark::text::Language;

#[test]
fn a_corrected_language_cuts_anew_keeps_the_marks_and_can_be_undone() {
    let text = "Er kam am 3. Mai an. Dann schlief er.";
    let meta = Meta {
        title: Some("T".into()),
        language: Some(Language::new("en")),
        source: None,
        date: None,
        origin: Origin::Bundled,
    };
    let start = Session::with_articles([Article::new(text, meta)]);
    let id = start.articles[0].id.clone();
    let last = start.articles[0].sentences.len() - 1;
    let act = |session: &Session, action: Action| session.update(&action, Moment::default()).0;
    let marked = act(&start, Action::None(id.clone(), last));
    let german = act(
        &marked,
        Action::Language(Rc::new(start.articles[0].in_language(Language::new("de"))), "German".to_owned()),
    );
    let article = german.article(&id).expect("it is still there");
    assert_eq!((article.language.tag(), article.sentences.len()), ("de", 2));
    assert!(german.mine(article).get(1).is_some_and(|mark| mark.none), "the mark stays with its words");
    let back = act(&german, Action::Undo(Scope::Library));
    assert_eq!(back.articles, marked.articles);
    assert_eq!(back.work, marked.work);
}
