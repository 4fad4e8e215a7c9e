//! Codebooks as CSV and as REFI-QDA files: there and back, from other programs, and hostile ones.

#![allow(clippy::expect_used, clippy::unwrap_used, clippy::panic, reason = "tests say what they expect")]

use pressmark::annotation::{Codebook, Label};
use pressmark::format::codebook::{CodebookError, read, write_csv, write_qdc};
use pressmark::id::LabelId;
use proptest::prelude::*;

const NAME: &str = "Claim, actor, event";

fn labels(codebook: &Codebook) -> Vec<(&str, &str, u8)> {
    codebook.labels.iter().map(|label| (label.id.as_str(), label.name.as_str(), label.ink)).collect()
}

fn of(text: &str) -> (Vec<(String, String, u8)>, Vec<String>) {
    let read = read(text.as_bytes(), "x").unwrap();
    let labels = labels(&read.codebook).into_iter();
    (labels.map(|(id, name, ink)| (id.to_owned(), name.to_owned(), ink)).collect(), read.notes)
}

/// The default codebook without what no file keeps: its letters.
fn default_without_letters() -> Codebook {
    let mut codebook = Codebook::default();
    codebook.labels.iter_mut().for_each(|label| label.letter = None);
    codebook
}

#[test]
fn exports_are_as_they_were_released() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/codebook/");
    for (name, now) in
        [("default.csv", write_csv(&Codebook::default())), ("default.qdc", write_qdc(&Codebook::default()))]
    {
        let path = [folder, name].concat();
        let now = now.replace(env!("CARGO_PKG_VERSION"), "0.1.0");
        assert_eq!(now, std::fs::read_to_string(&path).unwrap(), "{name}");
    }
}

#[test]
fn csv_gives_the_codebook_back_and_qdc_all_that_it_can_hold() {
    let csv = read(write_csv(&Codebook::default()).as_bytes(), NAME).unwrap();
    assert_eq!((csv.codebook, csv.notes), (default_without_letters(), vec![]));
    let qdc = read(write_qdc(&Codebook::default()).as_bytes(), NAME).unwrap();
    let mut expected = default_without_letters();
    for label in &mut expected.labels {
        (label.question, label.example) = (String::new(), String::new());
    }
    assert_eq!((qdc.codebook, qdc.notes), (expected, vec![]));
}

/// Found by fuzzing: a name that was cut after a space lost that space when it was read again.
#[test]
fn what_is_too_long_and_cut_at_a_space_comes_back_the_same() {
    let (name, definition) = (format!("{} more", "x".repeat(199)), format!("{} more", "y".repeat(4_999)));
    let before = read(format!("name,definition\n{name},{definition}").as_bytes(), &name).unwrap().codebook;
    assert_eq!((before.labels[0].name.len(), before.name.len()), (199, 199));
    assert_eq!(read(write_csv(&before).as_bytes(), &name).unwrap().codebook, before);
}

#[test]
fn tables_of_other_programs_are_read() {
    let (labels, notes) = of(
        "\u{feff}Code;Memo;Color;Coder\r\n\"Für; dafür\";\"Sagt \"\"ja\"\".\r\nImmer.\";#ff0000;me\r\n\r\nGegen;;\r\n",
    );
    assert_eq!(labels, [("für-dafür".into(), "Für; dafür".into(), 6), ("gegen".into(), "Gegen".into(), 1)]);
    assert_eq!(notes, ["Columns that were passed over: coder."]);
    let (labels, _) = of("name\tink\nA\t4\nB\t4\nC\t99");
    assert_eq!(labels.iter().map(|label| label.2).collect::<Vec<_>>(), [4, 1, 2], "each its own ink");
    let read = read(b"name,definition\nA,\"never closed, ", "x").unwrap();
    assert_eq!(read.codebook.labels[0].definition, "never closed,");
}

#[test]
fn a_formula_goes_out_as_text_and_comes_back_as_it_was() {
    let mut codebook = default_without_letters();
    codebook.labels[0].name = "=2+5".to_owned();
    codebook.labels[1].definition = "-1 \"or\"\n+1, <b>&amp; שלום 👨‍👩‍👧".to_owned();
    let csv = write_csv(&codebook);
    assert!(csv.contains("'=2+5") && csv.contains("\"'-1 \"\"or\"\""));
    assert_eq!(read(csv.as_bytes(), NAME).unwrap().codebook, codebook);
    let back = read(write_qdc(&codebook).as_bytes(), NAME).unwrap().codebook;
    assert_eq!(
        (&back.labels[0].name, &back.labels[1].definition),
        (&codebook.labels[0].name, &codebook.labels[1].definition)
    );
}

#[test]
fn labels_that_cannot_be_are_changed_with_a_note() {
    let (labels, notes) = of("id,name\na b,One\na-b,Two\n,???\n,   \n");
    let ids: Vec<&str> = labels.iter().map(|label| label.0.as_str()).collect();
    assert_eq!(ids, ["a-b", "a-b-2", "label"]);
    assert_eq!(notes.len(), 2, "{notes:?}");
    let many: Vec<String> = (1..=12).map(|n| format!("Code {n}")).collect();
    let (labels, notes) =
        of(&["name".to_owned()].iter().chain(&many).cloned().collect::<Vec<_>>().join("\n"));
    assert_eq!(labels.len(), 9);
    assert_eq!(
        notes,
        [
            "An exercise has at most 9 labels, one for each of the keys 1 to 9. Left out: Code 10, Code 11, Code 12."
        ]
    );
}

#[test]
fn codes_under_codes_are_laid_side_by_side() {
    let xml = r##"<?xml version="1.0" encoding="utf-8" standalone="yes"?>
        <q:CodeBook xmlns:q="urn:QDA-XML:codebook:1.0" origin="Another program 22.4">
          <q:Codes>
            <q:Code guid="6f8ed1c0-0000-4000-8000-000000000001" name="Voices" isCodable="false">
              <q:Code guid="6f8ed1c0-0000-4000-8000-000000000002" name="Quoted" isCodable="true" color="#00FF00">
                <q:Description>Somebody is <![CDATA[<quoted>]]> &#8212; word for word.</q:Description>
                <q:Code guid="6f8ed1c0-0000-4000-8000-000000000003" name="Unnamed" isCodable="true" color="#00EE00"/>
              </q:Code>
            </q:Code>
          </q:Codes>
          <q:Sets><q:Set guid="6f8ed1c0-0000-4000-8000-000000000004" name="All"/></q:Sets>
        </q:CodeBook>"##;
    let read = read(xml.as_bytes(), "x").unwrap();
    assert_eq!(labels(&read.codebook), [("quoted", "Quoted", 4), ("unnamed", "Unnamed", 1)]);
    assert_eq!(read.codebook.labels[0].definition, "Somebody is <quoted> — word for word.");
    assert_eq!(
        read.notes,
        [
            "Codes that stood under other codes stand beside them now: Quoted, Unnamed.",
            "Groups that are not for coding were passed over: Voices."
        ]
    );
}

#[test]
fn hostile_files_get_a_sentence() {
    let fault = |text: &str| read(text.as_bytes(), "x").unwrap_err();
    let laughs = r#"<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><CodeBook xmlns="urn:QDA-XML:codebook:1.0">&b;</CodeBook>"#;
    assert_eq!(fault(laughs), CodebookError::DocumentType);
    let outside = r#"<!DOCTYPE x SYSTEM "file:///etc/passwd"><CodeBook/>"#;
    assert_eq!(fault(outside), CodebookError::DocumentType);
    let entity = r#"<CodeBook xmlns="urn:QDA-XML:codebook:1.0">&b;</CodeBook>"#;
    assert!(matches!(fault(entity), CodebookError::Xml { .. }));
    assert!(matches!(fault("<!doctype html><p>Hello"), CodebookError::Xml { .. }));
    assert_eq!(fault("<svg xmlns='http://www.w3.org/2000/svg'/>"), CodebookError::OtherXml);
    let cut = "<CodeBook xmlns='urn:QDA-XML:codebook:1.0'>\n<Codes>\n<Code name='a'>";
    let told = fault(cut).to_string();
    assert!(told.starts_with("This file begins as XML and is damaged"), "{told}");
    let deep = ["<CodeBook xmlns='urn:QDA-XML:codebook:1.0'>", &"<Code name='a'>".repeat(60_000)].concat();
    assert!(matches!(fault(&deep), CodebookError::Xml { .. }));
    let deep = 15_000;
    let deep = [
        "<CodeBook xmlns='urn:QDA-XML:codebook:1.0'>",
        &"<Code name='a'>".repeat(deep),
        &"</Code>".repeat(deep),
        "</CodeBook>",
    ]
    .concat();
    assert_eq!(read(deep.as_bytes(), "x").unwrap().codebook.labels.len(), 9);
    assert_eq!(fault("<CodeBook xmlns='urn:QDA-XML:codebook:1.0'/>"), CodebookError::Empty);
    assert_eq!(fault("a,b\n1,2"), CodebookError::NoNames);
    assert_eq!(fault("name"), CodebookError::Empty);
    assert!(matches!(fault(""), CodebookError::NoNames | CodebookError::Text(_)));
    assert!(matches!(fault("name\n\0"), CodebookError::Text(_)));
    assert_eq!(fault(&" ".repeat(1_000_001)), CodebookError::TooLarge { megabytes: 2 });
}

fn any_codebook() -> impl Strategy<Value = Codebook> {
    let words = "[a-zA-Z0-9 =+@;,\"'<>&\\n\\t-]{0,20}".prop_map(|words| words.trim().to_owned());
    let label = ("[a-z]{1,8}", "[A-Z][a-z<&\"']{0,8}", words.clone(), words.clone(), words);
    proptest::collection::vec(label, 1..=9).prop_map(|labels| {
        let label = |(at, (id, name, definition, question, example)): (
            usize,
            (String, String, String, String, String),
        )| Label {
            id: LabelId::new(&format!("{id}{at}")),
            name,
            key: char::from_digit(u32::try_from(at).unwrap() + 1, 10).unwrap(),
            letter: None,
            definition,
            question,
            example,
            ink: u8::try_from(9 - at).unwrap(),
        };
        Codebook { name: "Words".to_owned(), labels: labels.into_iter().enumerate().map(label).collect() }
    })
}

proptest! {
    #[test]
    fn every_codebook_survives_csv(codebook in any_codebook()) {
        let back = read(write_csv(&codebook).as_bytes(), "Words").unwrap();
        prop_assert_eq!((back.codebook, back.notes), (codebook, Vec::new()));
    }

    #[test]
    fn every_name_definition_and_ink_survives_qdc(codebook in any_codebook()) {
        let back = read(write_qdc(&codebook).as_bytes(), "Words").unwrap().codebook;
        let kept = |codebook: &Codebook| -> Vec<(String, String, u8)> {
            codebook.labels.iter().map(|l| (l.name.clone(), l.definition.clone(), l.ink)).collect()
        };
        prop_assert_eq!(kept(&back), kept(&codebook));
    }

    #[test]
    fn no_text_makes_it_panic(text in "[<>/=\"' a-zA-Z:&;#!?\\[\\]\\n,-]{0,80}") {
        let _ = read(text.as_bytes(), "x");
        let _ = read(["<CodeBook xmlns=\"urn:QDA-XML:codebook:1.0\">", &text].concat().as_bytes(), "x");
    }
}
