//! What the made-up pupils wrote, and the reasons of the made-up key.

use crate::exercise::Submission;

/// Notes on a sentence: its number, the label (0 claim, 1 actor, 2 event), whether the writer chose it, and
/// what was written.
pub(super) const NOTES: [(usize, usize, bool, &str); 36] = [
    (10, 0, true, "A wall is a wall. That it is a “visible symbol” is what the writer makes of it."),
    (10, 0, true, "“Regarded as inviolate”: by whom? I could say no to that."),
    (10, 0, true, "Half of this sentence is an opinion about the war, put in as if it were a photo caption."),
    (
        10,
        0,
        true,
        "“Stands as a reminder” wants me to draw a conclusion. Nobody is quoted, so it is the paper’s own.",
    ),
    (10, 0, true, "The vulnerabilities of other countries are not something you can see on a wall in Kyiv."),
    (
        10,
        0,
        false,
        "It describes what is there: a broken wall with a round scar. I do not have to believe anybody.",
    ),
    (10, 0, false, "Nobody says anything here. I looked for a speaker and did not find one."),
    (10, 0, false, "You could go there and check the wall, and nobody doubts it."),
    (10, 0, false, "It is only pretty language for the picture. No demand, no forecast, no accusation."),
    (10, 2, true, "It is still partly collapsed, so it is going on now."),
    (
        1,
        0,
        true,
        "“Quickly transformed into a pointed confrontation” is a judgement. Moscow might call it a misunderstanding.",
    ),
    (1, 0, false, "The protest and the damage are plain facts here. Everybody agrees they happened."),
    (1, 0, false, "It tells what happened and who did what. The ministry speaks only in the next sentence."),
    (2, 0, true, "It says “according to”, so we have their word for it and nothing else."),
    (2, 0, false, "A night of bombing is an event. Where it comes from does not make it a claim."),
    (3, 0, true, "“Both the means and responsibility”: that is what Azerbaijan wants us to think."),
    (3, 0, false, "Summoning an ambassador is something they did, not something they say."),
    (4, 2, true, "The earlier strikes are events too, even if they are only mentioned."),
    (4, 2, false, "The damage of this night was told before. Here it is only about how they complain."),
    (4, 0, true, "“Troubling pattern” is one way to see it. You would have to count the strikes first."),
    (5, 0, true, "Who calls it a symbol? It is the writer again."),
    (5, 0, true, "“Increasingly” would need numbers, and there are none."),
    (5, 0, false, "Embassies put up blast walls. That can be seen."),
    (5, 1, true, "The embassies do something: they reinforce their shelters."),
    (5, 1, false, "Embassies as buildings are no actors. Nobody in particular acts."),
    (6, 0, true, "That neutrality gets harder is a forecast, and Baku may see it otherwise."),
    (6, 0, false, "It explains the background, as a textbook does."),
    (7, 0, true, "“Analysts note” sounds like a fact, and it is what some people think."),
    (8, 0, true, "It says “may” twice. A forecast is a claim, says the codebook."),
    (8, 1, false, "“Some experts” could be anybody. I would want a name."),
    (9, 0, true, "That silence strains relations is the writer’s view. Russia could be looking into it."),
    (12, 0, true, "The “broader truth” is the biggest claim in the whole article, and it has no source."),
    (12, 0, false, "It sums up. I learned nothing new that I could doubt."),
    (12, 1, true, "Kyiv braces and foreign missions think again, so there are two who act."),
    (12, 1, false, "It is about diplomacy in general, and diplomacy is nobody."),
    (12, 2, false, "“Further waves” have not come yet."),
];

/// Reasons of the key: the sentence's number, the letter of the label in the key, why.
pub(super) const REASONS: [(usize, char, &str); 10] = [
    (
        1,
        'c',
        "The course of events is not disputed; that it became a “pointed confrontation” is a reading of it.",
    ),
    (2, 'C', "All of it rests on the word of the ministry."),
    (3, 'C', "That Moscow knew the place is Azerbaijan’s argument, and Moscow might deny it."),
    (4, 'e', "The earlier strikes are background, so they may be tagged and need not be."),
    (5, 'C', "A symbol is in the eye of the writer, and “increasingly” could be challenged."),
    (7, 'A', "Analysts speak here, though none of them has a name."),
    (8, 'C', "A forecast is a claim."),
    (10, 'C', "The wall can be seen; what it stands for is a view in the outlet’s own voice."),
    (11, 'C', "A demand is a claim."),
    (12, 'C', "The “broader truth” is the writer’s conclusion."),
];

/// Gives each note to a pupil whose answer it fits and who has not written on that sentence yet.
pub(super) fn write(all: &mut [Submission]) {
    let count = all.len().max(1);
    for (turn, (number, label, chosen, note)) in NOTES.iter().enumerate() {
        let place = number - 1;
        let order = (0..all.len()).map(|step| (turn * 7 + step) % count);
        let fits = |pupil: &usize| {
            let answer = all.get(*pupil).and_then(|one| one.answers.first()?.get(place));
            answer.is_some_and(|answer| {
                answer.says(*label) == Some(*chosen) && !answer.unsure && answer.note.is_empty()
            })
        };
        let pupil = order.clone().find(fits);
        let answer = pupil.and_then(|pupil| all.get_mut(pupil)?.answers.first_mut()?.get_mut(place));
        if let Some(answer) = answer {
            answer.note = (*note).into();
        }
    }
}

/// Why the key judges a label on the sentence at `place` so; empty where it says nothing.
pub(super) fn reason(place: usize, letter: char) -> &'static str {
    let found = REASONS.iter().find(|(number, of, _)| *number == place + 1 && *of == letter);
    found.map_or("", |(_, _, reason)| reason)
}
