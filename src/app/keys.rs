//! The keys: one table that the handler, the buttons and the help screen read.

use pressmark::annotation::Codebook;
use pressmark::id::LabelId;

/// A key press, with where it happened.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Press {
    /// The key's value, as the UI Events specification names it.
    pub key: String,
    /// Shift is held.
    pub shift: bool,
    /// Control or Meta (Command) is held.
    pub control: bool,
    /// Alt is held.
    pub alt: bool,
    /// An input method is composing.
    pub composing: bool,
    /// In a field one types in.
    pub in_field: bool,
    /// In a dialog.
    pub in_dialog: bool,
    /// In the label bar.
    pub in_bar: bool,
    /// On the colour bar, which has arrow keys of its own.
    pub on_slider: bool,
    /// In an open menu.
    pub in_menu: bool,
}

/// What a key does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    /// To the next sentence.
    Next,
    /// To the sentence before.
    Previous,
    /// To the first sentence of the next paragraph.
    NextParagraph,
    /// To the first sentence of the paragraph before.
    PreviousParagraph,
    /// To the first sentence.
    First,
    /// To the last.
    Last,
    /// Toggle this label.
    Label(LabelId),
    /// Toggle *none*.
    None,
    /// Toggle *not sure*.
    Unsure,
    /// Open the note.
    Note,
    /// Take back.
    Undo,
    /// Do again.
    Redo,
    /// Open help.
    Help,
    /// Close what is open.
    Close,
}

/// One row of the table.
pub struct Row {
    /// What it does; `None` for the labels, which stand in the codebook.
    pub command: Option<Command>,
    /// The keys as printed, the first of which the buttons show.
    pub keys: &'static [&'static str],
    /// More keys, in words, for the help screen.
    pub also: &'static str,
    /// What it does, in words.
    pub words: &'static str,
    /// Key values that do it alone; they count as single characters where they are one.
    single: &'static [&'static str],
    /// Key values that do it together with Control, lower case.
    control: &'static [&'static str],
}

/// The table, in the order of the help screen. `S`, `/` and `F` are kept free for who says so, find and filter.
pub const ROWS: &[Row] = &[
    row(Command::Next, &["↓"], "J", "next sentence", &["ArrowDown", "j"], &[]),
    row(Command::Previous, &["↑"], "K", "previous sentence", &["ArrowUp", "k"], &[]),
    row(Command::NextParagraph, &["Page ↓"], "", "next paragraph", &["PageDown"], &[]),
    row(Command::PreviousParagraph, &["Page ↑"], "", "previous paragraph", &["PageUp"], &[]),
    row(Command::First, &["Home"], "", "first sentence", &["Home"], &[]),
    row(Command::Last, &["End"], "", "last sentence", &["End"], &[]),
    Row { command: None, keys: &[], also: "", words: "", single: &[], control: &[] },
    row(Command::None, &["0"], "X", "none of them", &["0", "x"], &[]),
    row(Command::Unsure, &["Q"], "", "not sure", &["q"], &[]),
    row(Command::Note, &["N"], "", "note", &["n"], &[]),
    row(Command::Undo, &["U"], "Ctrl Z", "undo", &["u"], &["z"]),
    row(Command::Redo, &["⇧", "U"], "Ctrl Y", "redo", &["U"], &["y", "Z"]),
    row(Command::Close, &["Esc"], "", "close what is open", &["Escape"], &[]),
    row(Command::Help, &["?"], "", "this page", &["?"], &[]),
];

const fn row(
    command: Command,
    keys: &'static [&'static str],
    also: &'static str,
    words: &'static str,
    single: &'static [&'static str],
    control: &'static [&'static str],
) -> Row {
    Row { command: Some(command), keys, also, words, single, control }
}

/// What a key press does on the reading page; `None` leaves it to the browser.
///
/// Keys never act while somebody types, nor with the browser's own modifiers, and single characters only
/// while `single_keys` is on (WCAG 2.2 SC 2.1.4).
pub fn command(press: &Press, codebook: &Codebook, single_keys: bool) -> Option<Command> {
    let is_character = press.key.chars().count() == 1;
    if press.composing || press.alt || press.in_dialog || (press.in_field && press.key != "Escape") {
        return None;
    }
    if press.control {
        let key = if press.shift { press.key.to_ascii_uppercase() } else { press.key.to_ascii_lowercase() };
        let found = ROWS.iter().find(|row| row.control.contains(&key.as_str()));
        return found.and_then(|row| row.command.clone());
    }
    if (is_character && !single_keys) || (press.shift && !is_character) {
        return None;
    }
    // Arrows, Home and End belong to the control or menu that has the focus; letters and digits do not.
    if (press.in_bar || press.in_menu || press.on_slider)
        && press.key.starts_with(['A', 'H', 'E', 'P'])
        && !is_character
        && press.key != "Escape"
    {
        return None;
    }
    if let Some(label) = label(press, codebook) {
        return Some(Command::Label(label));
    }
    // A letter counts by Shift alone, so that the capitals lock changes nothing.
    let key = match (is_character, press.shift) {
        (true, true) => press.key.to_ascii_uppercase(),
        (true, false) => press.key.to_ascii_lowercase(),
        (false, _) => press.key.clone(),
    };
    let found = ROWS.iter().find(|row| row.single.contains(&key.as_str()));
    found.and_then(|row| row.command.clone())
}

fn label(press: &Press, codebook: &Codebook) -> Option<LabelId> {
    let mut characters = press.key.chars();
    let (key, None) = (characters.next()?, characters.next()) else { return None };
    let is_its_key = |label: &&pressmark::annotation::Label| {
        label.key == key || (!press.shift && label.letter == Some(key.to_ascii_lowercase()))
    };
    codebook.labels.iter().find(is_its_key).map(|label| label.id.clone())
}

/// The keys of a command as `aria-keyshortcuts` writes them (WAI-ARIA 1.2).
pub fn shortcuts(command: &Command) -> String {
    let Some(row) = ROWS.iter().find(|row| row.command.as_ref() == Some(command)) else {
        return String::new();
    };
    let single = row.single.iter().map(|key| match *key {
        "U" => "Shift+U".to_owned(),
        key => key.to_ascii_uppercase(),
    });
    let control = row.control.iter().map(|key| match *key {
        "Z" => "Control+Shift+Z".to_owned(),
        key => format!("Control+{}", key.to_ascii_uppercase()),
    });
    single.chain(control).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn press(key: &str) -> Press {
        Press { key: key.into(), ..Press::default() }
    }

    fn on(press: Press) -> Option<Command> {
        command(&press, &Codebook::default(), true)
    }

    #[test]
    fn each_key_does_what_the_product_page_says() {
        let label = |id: &str| Command::Label(LabelId::new(id));
        for (key, expected) in [
            ("1", label("claim")),
            ("c", label("claim")),
            ("2", label("actor")),
            ("a", label("actor")),
            ("3", label("event")),
            ("e", label("event")),
            ("0", Command::None),
            ("x", Command::None),
            ("q", Command::Unsure),
            ("n", Command::Note),
            ("u", Command::Undo),
            ("ArrowDown", Command::Next),
            ("j", Command::Next),
            ("ArrowUp", Command::Previous),
            ("k", Command::Previous),
            ("Home", Command::First),
            ("End", Command::Last),
            ("PageDown", Command::NextParagraph),
            ("PageUp", Command::PreviousParagraph),
            ("?", Command::Help),
            ("Escape", Command::Close),
        ] {
            assert_eq!(on(press(key)), Some(expected), "{key}");
        }
        assert_eq!(on(press("C")), Some(label("claim")), "with the capitals lock on");
        assert_eq!(on(press("U")), Some(Command::Undo), "with the capitals lock on");
        for (key, shift, expected) in
            [("z", false, Command::Undo), ("y", false, Command::Redo), ("Z", true, Command::Redo)]
        {
            assert_eq!(on(Press { control: true, shift, ..press(key) }), Some(expected));
        }
        assert_eq!(on(Press { shift: true, ..press("U") }), Some(Command::Redo));
        assert_eq!(on(Press { shift: true, ..press("?") }), Some(Command::Help));
    }

    #[test]
    fn keys_leave_typing_and_the_browsers_own_alone() {
        for p in [
            Press { in_field: true, ..press("1") },
            Press { in_dialog: true, ..press("1") },
            Press { control: true, ..press("c") },
            Press { control: true, ..press("a") },
            Press { alt: true, ..press("e") },
            Press { composing: true, ..press("n") },
            Press { shift: true, ..press("ArrowDown") },
            Press { shift: true, ..press("A") },
            press("Tab"),
            press("Enter"),
            press(" "),
            press("s"),
            press("/"),
            press("f"),
        ] {
            assert_eq!(on(p.clone()), None, "{p:?}");
        }
        assert_eq!(on(Press { in_field: true, ..press("Escape") }), Some(Command::Close));
    }

    #[test]
    fn single_characters_can_be_turned_off() {
        let off = |p: Press| command(&p, &Codebook::default(), false);
        for key in ["1", "c", "0", "q", "u", "j", "?"] {
            assert_eq!(off(press(key)), None);
        }
        assert_eq!(off(press("ArrowDown")), Some(Command::Next));
        assert_eq!(off(Press { control: true, ..press("z") }), Some(Command::Undo));
    }

    #[test]
    fn in_the_label_bar_arrows_walk_its_buttons_and_letters_still_act() {
        assert_eq!(on(Press { in_bar: true, ..press("ArrowDown") }), None);
        assert_eq!(on(Press { in_bar: true, ..press("j") }), Some(Command::Next));
        assert_eq!(on(Press { in_bar: true, ..press("e") }), Some(Command::Label(LabelId::new("event"))));
    }

    #[test]
    fn shortcuts_are_written_for_assistive_technology() {
        assert_eq!(shortcuts(&Command::Redo), "Shift+U Control+Y Control+Shift+Z");
        assert_eq!(shortcuts(&Command::None), "0 X");
    }
}
