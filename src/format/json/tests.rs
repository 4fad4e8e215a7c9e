//! JSON is read and written as another reader and writer does it, and its faults are told with their line.

use super::*;
use proptest::prelude::*;

/// The same value as another reader has it.
fn theirs(value: serde_json::Value) -> Value {
    match value {
        serde_json::Value::Null => Value::Null,
        serde_json::Value::Bool(flag) => Value::Flag(flag),
        serde_json::Value::Number(number) => number.as_u64().map_or(Value::Odd, Value::Number),
        serde_json::Value::String(text) => Value::Text(text),
        serde_json::Value::Array(list) => Value::List(list.into_iter().map(theirs).collect()),
        serde_json::Value::Object(fields) => {
            let mut object = Object::default();
            fields.into_iter().for_each(|(name, value)| object.push(name, theirs(value)));
            Value::Object(object)
        }
    }
}

#[test]
fn faults_are_told_with_their_line() {
    for (text, why, line) in [
        ("", Why::Ends, 1),
        ("{\"a\":\n\n[1,", Why::Ends, 3),
        ("\"half", Why::Ends, 1),
        ("tru", Why::Ends, 1),
        ("[1,\n]", Why::Else, 2),
        ("{\"a\" 1}", Why::Else, 1),
        ("{a: 1}", Why::Else, 1),
        ("\n[1] 2", Why::Else, 2),
        ("\"a\nb\"", Why::Else, 2),
        ("01", Why::Else, 1),
        ("+1", Why::Else, 1),
        ("1.", Why::Ends, 1),
        ("-", Why::Ends, 1),
        ("NaN", Why::Else, 1),
        ("\"\\ud83d\"", Why::Half, 1),
        ("\"\\ud83d\\u0041\"", Why::Half, 1),
        ("\"\\ude00\"", Why::Half, 1),
        ("\"\\x\"", Why::Else, 1),
        ("\"\\u00g0\"", Why::Else, 1),
    ] {
        assert_eq!(read(text), Err(Fault { why, line }), "{text}");
    }
    assert!(read("1e0309").is_ok(), "a number that nobody asks for");
    assert_eq!(read(&"[".repeat(200_000)).map_err(|fault| fault.why), Err(Why::Deep));
    let deep = format!("{}{}", "[".repeat(127), "]".repeat(127));
    assert!(read(&deep).is_ok());
    assert_eq!(read(&format!("[{deep}]")).map_err(|fault| fault.why), Err(Why::Deep));
}

proptest! {
    #[test]
    fn it_reads_and_refuses_what_another_reader_does(text in "([\\[\\]{},: \n]|\"(a|é|\u{1F469}|\\\\[\"\\\\/bfnrtu]|\\\\u00[0-9a-f]{2}|\\\\ud83d\\\\ude00)?\"|-?[0-9]{1,3}(\\.[0-9])?([eE][+-]?[0-9])?|true|false|null){0,12}") {
        let ours = read(&text).ok();
        let other = serde_json::from_str::<serde_json::Value>(&text);
        // The other one has floating-point numbers and refuses what they cannot hold, such as 1e0309.
        let is_too_large = other.as_ref().is_err_and(|why| why.to_string().starts_with("number out of range"));
        prop_assume!(!is_too_large);
        let other = other.ok();
        prop_assert_eq!(ours.is_some(), other.is_some(), "{}", &text);
        // The other one sorts fields and keeps the last of a name, so only its lists and plain values compare.
        if let (Some(ours), Some(other)) = (ours, other)
            && !text.contains('{')
        {
            prop_assert_eq!(ours, theirs(other));
        }
    }

    #[test]
    fn what_is_written_is_read_by_both(texts in proptest::collection::vec("(?s).{0,8}", 0..5), number: u64, flag: bool) {
        let list: Value = texts.iter().map(|text| Value::from(text.as_str())).collect();
        let mut object = Object::default().with("list", list).with("none", None::<bool>).with("flag", flag);
        object.push("number", Value::Number(number));
        let value = Value::from(object);
        for json in [value.compact(), value.pretty()] {
            prop_assert_eq!(read(&json), Ok(value.clone()));
            let other: serde_json::Value = serde_json::from_str(&json).unwrap();
            prop_assert_eq!(&other["number"], &serde_json::json!(number));
            prop_assert_eq!(&other["list"], &serde_json::json!(texts));
            let again = if json.ends_with('\n') { serde_json::to_string_pretty(&other).unwrap().lines().count() } else { 1 };
            prop_assert_eq!(json.lines().count(), again);
        }
    }
}
