//! An exercise that a teacher is making: what has been chosen so far, and each change to it.

use std::rc::Rc;

use pressmark::annotation::{Annotations, Codebook, Label};
use pressmark::article::Article;
use pressmark::exercise::{Feedback, Judgement, MOST_LABELS, Rules, WarmUp, When};
use pressmark::id::{ArticleId, LabelId};
use yew::Reducible;

use super::warm_up;

/// One line of a key that is being made; the article is named, because its place may still change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyLine {
    pub article: ArticleId,
    /// The place of the sentence, from 0.
    pub sentence: usize,
    pub label: LabelId,
    pub judgement: Judgement,
    pub reason: String,
}

/// What has been chosen so far.
#[derive(Clone, Debug, PartialEq)]
pub struct Making {
    pub title: String,
    pub instructions: String,
    /// In the order in which they are done.
    pub articles: Vec<ArticleId>,
    pub codebook: Rc<Codebook>,
    pub rules: Rules,
    pub has_warm_up: bool,
    pub warm_up: Vec<WarmUp>,
    pub key: Vec<KeyLine>,
    pub feedback: Feedback,
    pub when: When,
}

/// A change to it. Labels are named by their place in the codebook, warm-up sentences by theirs.
#[derive(Clone, Debug)]
pub enum Change {
    Title(String),
    Instructions(String),
    /// Takes an article in, or out.
    Article(ArticleId, bool),
    LabelName(usize, String),
    LabelMeans(usize, String),
    LabelInk(usize, u8),
    AddLabel,
    DropLabel(usize),
    /// Another codebook in place of this one.
    Codebook(Rc<Codebook>),
    NoteOn(LabelId, bool),
    AskMain(bool),
    AskNone(bool),
    HasWarmUp(bool),
    WarmUpText(usize, String),
    WarmUpReason(usize, String),
    WarmUpJudge(usize, LabelId, Judgement),
    /// The tags of an article become its key.
    TakeTags(Rc<Article>, Rc<Annotations>),
    /// The key of an article is forgotten.
    DropKey(ArticleId),
    /// A line of the key; without a judgement there is none.
    Judge(ArticleId, usize, LabelId, Option<Judgement>),
    Reason(ArticleId, usize, LabelId, String),
    Feedback(Feedback),
    When(When),
    /// Everything as it was at first.
    Afresh(Box<Making>),
}

/// How many sentences a warm-up has.
pub const WARM_UPS: usize = 3;

impl Making {
    /// What a teacher starts from: the first article, the three labels, and a warm-up that is ready.
    pub fn new(first: Option<&ArticleId>, codebook: &Rc<Codebook>) -> Self {
        Self {
            title: String::new(),
            instructions: INSTRUCTIONS.to_owned(),
            articles: first.into_iter().cloned().collect(),
            codebook: Rc::clone(codebook),
            rules: Rules { notes_on: Vec::new(), main: false, none: true },
            has_warm_up: true,
            warm_up: warm_up::ready(codebook),
            key: Vec::new(),
            feedback: Feedback::Nothing,
            when: When::AfterHandIn,
        }
    }

    /// The line of the key on a label of a sentence.
    pub fn line(&self, article: &ArticleId, sentence: usize, label: &LabelId) -> Option<&KeyLine> {
        let is_it = |l: &&KeyLine| l.article == *article && l.sentence == sentence && l.label == *label;
        self.key.iter().find(is_it)
    }

    /// Whether its labels are those that come with the program.
    pub fn has_own_labels(&self) -> bool {
        *self.codebook != Codebook::default()
    }

    fn label(&mut self, place: usize, change: impl FnOnce(&mut Label)) {
        if let Some(label) = Rc::make_mut(&mut self.codebook).labels.get_mut(place) {
            change(label);
            label.letter = None;
        }
    }

    fn warm_up(&mut self, place: usize, change: impl FnOnce(&mut WarmUp)) {
        if place < WARM_UPS && self.warm_up.len() <= place {
            self.warm_up.resize(place + 1, WarmUp::default());
        }
        if let Some(warm_up) = self.warm_up.get_mut(place) {
            change(warm_up);
        }
    }

    fn add_label(&mut self) {
        let labels = &self.codebook.labels;
        let is_free_id = |number: &usize| labels.iter().all(|label| label.id.as_str() != own_id(*number));
        let is_free_ink = |ink: &u8| labels.iter().all(|label| label.ink != *ink);
        let (Some(number), true) = ((1..=MOST_LABELS).find(is_free_id), labels.len() < MOST_LABELS) else {
            return;
        };
        let ink = (1..=9).find(is_free_ink).unwrap_or(9);
        let label = Label {
            id: LabelId::new(&own_id(number)),
            name: String::new(),
            key: '0',
            letter: None,
            definition: String::new(),
            question: String::new(),
            example: String::new(),
            ink,
        };
        Rc::make_mut(&mut self.codebook).labels.push(label);
    }

    /// The keys follow the order; what names a label that is gone goes with it.
    fn settle(&mut self) {
        let is_own = self.has_own_labels();
        let codebook = Rc::make_mut(&mut self.codebook);
        for (label, key) in codebook.labels.iter_mut().zip('1'..='9') {
            label.key = key;
            if is_own {
                label.letter = None;
            }
        }
        let known = |id: &LabelId| codebook.label(id).is_some();
        self.rules.notes_on.retain(known);
        self.key.retain(|line| known(&line.label));
        for warm_up in &mut self.warm_up {
            warm_up.judgements.retain(|(label, _)| known(label));
        }
    }

    fn judge(&mut self, (article, sentence, label): (ArticleId, usize, LabelId), to: Option<Judgement>) {
        let is_it = |l: &KeyLine| l.article == article && l.sentence == sentence && l.label == label;
        match (self.key.iter().position(is_it), to) {
            (Some(at), None) => drop(self.key.remove(at)),
            (Some(at), Some(to)) => self.key.iter_mut().skip(at).take(1).for_each(|l| l.judgement = to),
            (None, Some(judgement)) => {
                self.key.push(KeyLine { article, sentence, label, judgement, reason: String::new() });
            }
            (None, None) => {}
        }
    }

    fn take_tags(&mut self, article: &Article, tags: &Annotations) {
        self.key.retain(|line| line.article != article.id);
        for (sentence, tag) in tags.placed() {
            for label in tag.labels.iter().filter(|label| self.codebook.label(label).is_some()) {
                self.key.push(KeyLine {
                    article: article.id.clone(),
                    sentence,
                    label: label.clone(),
                    judgement: Judgement::Required,
                    reason: tag.note.clone(),
                });
            }
        }
    }

    fn apply(&mut self, change: Change) {
        match change {
            Change::Title(title) => self.title = title,
            Change::Instructions(words) => self.instructions = words,
            Change::Article(id, true) if !self.articles.contains(&id) => self.articles.push(id),
            Change::Article(_, true) => {}
            Change::Article(id, false) => self.articles.retain(|known| *known != id),
            Change::LabelName(place, name) => self.label(place, |label| label.name = name),
            Change::LabelMeans(place, words) => self.label(place, |label| {
                label.question = String::new();
                label.example = String::new();
                label.definition = words;
            }),
            Change::LabelInk(place, ink) => self.label(place, |label| label.ink = ink.clamp(1, 9)),
            Change::AddLabel => self.add_label(),
            Change::DropLabel(place) => {
                let labels = &mut Rc::make_mut(&mut self.codebook).labels;
                if place < labels.len() && labels.len() > 1 {
                    labels.remove(place);
                }
            }
            Change::Codebook(codebook) => {
                self.codebook = codebook;
                let is_empty = self.warm_up.iter().all(|it| it.text.is_empty());
                if is_empty || !self.has_own_labels() {
                    self.warm_up = warm_up::ready(&self.codebook);
                }
            }
            Change::NoteOn(label, is_on) => {
                self.rules.notes_on.retain(|known| *known != label);
                if is_on {
                    self.codebook.insert(&mut self.rules.notes_on, label);
                }
            }
            Change::AskMain(is_on) => self.rules.main = is_on,
            Change::AskNone(is_on) => self.rules.none = is_on,
            Change::HasWarmUp(is_on) => self.has_warm_up = is_on,
            Change::WarmUpText(place, text) => self.warm_up(place, |it| it.text = text),
            Change::WarmUpReason(place, words) => self.warm_up(place, |it| it.reason = words),
            Change::WarmUpJudge(place, label, judgement) => self.warm_up(place, |it| {
                it.judgements.retain(|(known, _)| *known != label);
                if judgement != Judgement::Wrong {
                    it.judgements.push((label, judgement));
                }
            }),
            Change::TakeTags(article, tags) => self.take_tags(&article, &tags),
            Change::DropKey(id) => self.key.retain(|line| line.article != id),
            Change::Judge(article, sentence, label, to) => self.judge((article, sentence, label), to),
            Change::Reason(article, sentence, label, words) => {
                let is_it =
                    |l: &&mut KeyLine| l.article == article && l.sentence == sentence && l.label == label;
                self.key.iter_mut().filter(is_it).for_each(|line| line.reason.clone_from(&words));
            }
            Change::Feedback(feedback) => self.feedback = feedback,
            Change::When(when) => self.when = when,
            Change::Afresh(fresh) => *self = *fresh,
        }
        self.settle();
    }
}

impl Reducible for Making {
    type Action = Change;

    fn reduce(self: Rc<Self>, change: Change) -> Rc<Self> {
        let mut next = (*self).clone();
        next.apply(change);
        if next == *self { self } else { Rc::new(next) }
    }
}

/// The id of the n-th label of one's own, until its name gives it one.
fn own_id(number: usize) -> String {
    format!("own-{number}")
}

const INSTRUCTIONS: &str = "Read the article once without marking. Then ask of every sentence: is it a claim, is there an actor, is there an event? Mark all that fit.\n\nIf nothing fits, say None. If you cannot decide, say Not sure.";
