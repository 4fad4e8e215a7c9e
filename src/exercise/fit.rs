//! How answers fit the key: sentence by sentence, what is missing and what should not be there.

use crate::exercise::{Answer, Answers, Exercise, Judgement};

/// How one answer fits what was judged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fit {
    /// Nothing was said that could be judged: not reached, or only *not sure*.
    Unsaid,
    /// What is required is there, and nothing wrong.
    Fits,
    /// Something is missing or wrong: places of labels in the codebook.
    Differs {
        /// Required and not there.
        missing: Vec<usize>,
        /// There and wrong.
        wrong: Vec<usize>,
    },
}

impl Fit {
    /// How an answer fits, where `judge` tells how the label at a place of the codebook is judged.
    #[must_use]
    pub fn of(answer: &Answer, labels: usize, judge: &dyn Fn(usize) -> Judgement) -> Self {
        let (mut missing, mut wrong) = (Vec::new(), Vec::new());
        for place in 0..labels {
            match (answer.says(place), judge(place)) {
                (None, _) => return Self::Unsaid,
                (Some(false), Judgement::Required) => missing.push(place),
                (Some(true), Judgement::Wrong) => wrong.push(place),
                _ => {}
            }
        }
        if missing.is_empty() && wrong.is_empty() { Self::Fits } else { Self::Differs { missing, wrong } }
    }
}

impl Exercise {
    /// How the answer to one sentence fits the key; places count from 0.
    #[must_use]
    pub fn fit(&self, article: usize, sentence: usize, answer: &Answer) -> Fit {
        let labels = &self.codebook.labels;
        Fit::of(answer, labels.len(), &|place| {
            labels
                .get(place)
                .map_or(Judgement::Wrong, |label| self.key.judgement(article, sentence, &label.id))
        })
    }

    /// How every answer fits the key, with the places of its article and its sentence.
    #[must_use]
    pub fn fits(&self, answers: &Answers) -> Vec<(usize, usize, Fit)> {
        let of_article = |(article, answers): (usize, &Vec<Answer>)| {
            let fit = |(sentence, answer)| (article, sentence, self.fit(article, sentence, answer));
            answers.iter().enumerate().map(fit).collect::<Vec<_>>()
        };
        answers.iter().enumerate().flat_map(of_article).collect()
    }

    /// Labels that the answer has and on which a note is asked for that it does not have.
    #[must_use]
    pub fn asks_note(&self, answer: &Answer) -> Vec<usize> {
        let asks = |place: &usize| {
            let label = self.codebook.labels.get(*place);
            answer.has(*place) && label.is_some_and(|label| self.rules.notes_on.contains(&label.id))
        };
        let places = 0..self.codebook.labels.len();
        if answer.note.trim().is_empty() { places.filter(asks).collect() } else { Vec::new() }
    }

    /// Whether a main label is asked for, and the answer names none.
    #[must_use]
    pub fn asks_main(&self, answer: &Answer) -> bool {
        self.rules.main && answer.labels.count_ones() > 1 && answer.main.is_none()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The first label is required, the second accepted, the third wrong.
    fn judge(place: usize) -> Judgement {
        match place {
            0 => Judgement::Required,
            1 => Judgement::Accepted,
            _ => Judgement::Wrong,
        }
    }

    fn fit(labels: u16) -> Fit {
        Fit::of(&Answer { labels, none: labels == 0, ..Answer::default() }, 3, &judge)
    }

    #[test]
    fn what_is_accepted_may_be_there_or_not() {
        assert_eq!((fit(0b001), fit(0b011)), (Fit::Fits, Fit::Fits));
    }

    #[test]
    fn what_is_missing_and_what_is_wrong_are_named() {
        assert_eq!(fit(0b110), Fit::Differs { missing: vec![0], wrong: vec![2] });
        assert_eq!(fit(0), Fit::Differs { missing: vec![0], wrong: vec![] });
    }

    #[test]
    fn who_says_nothing_is_not_judged() {
        let unsure = Answer { unsure: true, ..Answer::default() };
        for answer in [Answer::default(), unsure] {
            assert_eq!(Fit::of(&answer, 3, &judge), Fit::Unsaid);
        }
        let labelled = Answer { unsure: true, labels: 0b001, ..Answer::default() };
        assert_eq!(Fit::of(&labelled, 3, &judge), Fit::Fits);
    }
}
