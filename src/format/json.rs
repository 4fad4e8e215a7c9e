//! JSON in and out, by hand: a general reader would bring floating-point numbers, and weigh twice as much.
//!
//! It reads what RFC 8259 calls JSON and nothing else. A number that is no whole number up to 2^64 is only checked.

use super::error::FormatError;
use super::value::{Object, Value};

/// Objects and lists may stand in each other this deep; what is deeper was made to break a reader.
const DEEPEST: usize = 127;

/// Why a text is no JSON; the line is counted from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Fault {
    why: Why,
    line: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Why {
    /// It ends too early.
    Ends,
    /// Something else stands there.
    Else,
    /// Half a character: one of two escapes that belong together (RFC 8259, 7).
    Half,
    /// Too much stands in each other.
    Deep,
}

impl From<Fault> for FormatError {
    fn from(Fault { why, line }: Fault) -> Self {
        match why {
            Why::Ends => Self::Truncated { line },
            Why::Else => Self::Damaged { line },
            Why::Half => Self::LoneSurrogate { line },
            Why::Deep => Self::TooDeep,
        }
    }
}

/// The value that a text is.
pub(super) fn read(text: &str) -> Result<Value, Fault> {
    let mut reader = Reader { text, at: 0 };
    let value = reader.value(0).and_then(|value| match reader.next() {
        None => Ok(value),
        Some(_) => Err(Why::Else),
    });
    value.map_err(|why| Fault { why, line: reader.line() })
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
}

impl Reader<'_> {
    /// The line in which the last read character stands.
    fn line(&self) -> usize {
        1 + self.text.bytes().take(self.at).filter(|byte| *byte == b'\n').count()
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// The next character that is no white space, without taking it.
    fn next(&mut self) -> Option<u8> {
        while matches!(self.peek(), Some(b' ' | b'\n' | b'\r' | b'\t')) {
            self.at += 1;
        }
        self.peek()
    }

    /// Takes the next byte.
    fn byte(&mut self) -> Result<u8, Why> {
        let byte = self.peek().ok_or(Why::Ends)?;
        self.at += 1;
        Ok(byte)
    }

    /// Takes the byte `wanted` if it is the next that is no white space.
    fn has(&mut self, wanted: u8) -> bool {
        let has = self.next() == Some(wanted);
        self.at += usize::from(has);
        has
    }

    /// Takes the byte `wanted`, or says why not.
    fn expect(&mut self, wanted: u8) -> Result<(), Why> {
        match self.next() {
            Some(byte) if byte == wanted => {
                self.at += 1;
                Ok(())
            }
            Some(_) => Err(Why::Else),
            None => Err(Why::Ends),
        }
    }

    fn value(&mut self, depth: usize) -> Result<Value, Why> {
        match self.next().ok_or(Why::Ends)? {
            b'{' | b'[' if depth >= DEEPEST => Err(Why::Deep),
            b'{' => self.object(depth),
            b'[' => self.list(depth),
            b'"' => Ok(Value::Text(self.string()?)),
            b't' => self.word("true", Value::Flag(true)),
            b'f' => self.word("false", Value::Flag(false)),
            b'n' => self.word("null", Value::Null),
            _ => self.number(),
        }
    }

    fn object(&mut self, depth: usize) -> Result<Value, Why> {
        self.at += 1;
        let mut object = Object::default();
        if self.has(b'}') {
            return Ok(Value::Object(object));
        }
        loop {
            match self.next() {
                Some(b'"') => {}
                Some(_) => return Err(Why::Else),
                None => return Err(Why::Ends),
            }
            let name = self.string()?;
            self.expect(b':')?;
            object.push(name, self.value(depth + 1)?);
            if self.has(b'}') {
                return Ok(Value::Object(object));
            }
            self.expect(b',')?;
        }
    }

    fn list(&mut self, depth: usize) -> Result<Value, Why> {
        self.at += 1;
        let mut list = Vec::new();
        if self.has(b']') {
            return Ok(Value::List(list));
        }
        loop {
            list.push(self.value(depth + 1)?);
            if self.has(b']') {
                return Ok(Value::List(list));
            }
            self.expect(b',')?;
        }
    }

    fn word(&mut self, word: &str, value: Value) -> Result<Value, Why> {
        for wanted in word.bytes() {
            if self.byte()? != wanted {
                return Err(Why::Else);
            }
        }
        Ok(value)
    }

    /// A number as RFC 8259, 6 writes it.
    fn number(&mut self) -> Result<Value, Why> {
        let mut is_whole = self.peek() != Some(b'-');
        self.at += usize::from(!is_whole);
        let starts_with_zero = self.peek() == Some(b'0');
        let (digits, number) = self.digits()?;
        if starts_with_zero && digits > 1 {
            return Err(Why::Else);
        }
        if self.peek() == Some(b'.') {
            self.at += 1;
            self.digits()?;
            is_whole = false;
        }
        if matches!(self.peek(), Some(b'e' | b'E')) {
            self.at += 1;
            self.at += usize::from(matches!(self.peek(), Some(b'+' | b'-')));
            self.digits()?;
            is_whole = false;
        }
        Ok(number.filter(|_| is_whole).map_or(Value::Odd, Value::Number))
    }

    /// One digit or more: how many, and the number if there is room for it.
    fn digits(&mut self) -> Result<(usize, Option<u64>), Why> {
        let (start, mut number) = (self.at, Some(0_u64));
        while let Some(digit) = self.peek().filter(u8::is_ascii_digit) {
            number = number.and_then(|it| it.checked_mul(10)?.checked_add(u64::from(digit - b'0')));
            self.at += 1;
        }
        match (self.at - start, self.peek()) {
            (0, None) => Err(Why::Ends),
            (0, Some(_)) => Err(Why::Else),
            (digits, _) => Ok((digits, number)),
        }
    }

    fn string(&mut self) -> Result<String, Why> {
        self.at += 1;
        let mut out = String::new();
        loop {
            let start = self.at;
            while self.peek().is_some_and(|byte| byte >= b' ' && byte != b'"' && byte != b'\\') {
                self.at += 1;
            }
            // Both ends stand beside an ASCII character, so they are character boundaries.
            out.push_str(self.text.get(start..self.at).unwrap_or_default());
            match self.byte()? {
                b'"' => return Ok(out),
                b'\\' => out.push(self.escaped()?),
                _ => return Err(Why::Else),
            }
        }
    }

    fn escaped(&mut self) -> Result<char, Why> {
        Ok(match self.byte()? {
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => return self.code_point(),
            byte @ (b'"' | b'\\' | b'/') => char::from(byte),
            _ => return Err(Why::Else),
        })
    }

    /// A character as four hexadecimal digits, or as two such escapes for one beyond the first plane.
    fn code_point(&mut self) -> Result<char, Why> {
        let first = self.four()?;
        if !(0xd800..0xdc00).contains(&first) {
            return char::from_u32(first).ok_or(Why::Half);
        }
        for wanted in *b"\\u" {
            if self.byte()? != wanted {
                return Err(Why::Half);
            }
        }
        let second = self.four()?;
        if !(0xdc00..0xe000).contains(&second) {
            return Err(Why::Half);
        }
        char::from_u32(0x1_0000 + ((first - 0xd800) << 10) + (second - 0xdc00)).ok_or(Why::Half)
    }

    fn four(&mut self) -> Result<u32, Why> {
        let mut number = 0;
        for _ in 0..4 {
            number = number * 16 + char::from(self.byte()?).to_digit(16).ok_or(Why::Else)?;
        }
        Ok(number)
    }
}

/// Writes a value; `indent` is how deep it stands, in JSON for people, and nothing in compact JSON.
pub(super) fn write(out: &mut String, value: &Value, indent: Option<usize>) {
    match value {
        Value::Null | Value::Odd => out.push_str("null"),
        Value::Flag(flag) => out.push_str(if *flag { "true" } else { "false" }),
        Value::Number(number) => out.push_str(&number.to_string()),
        Value::Text(text) => write_text(out, text),
        Value::List(list) => {
            let mut items = list.iter();
            write_all(out, ('[', ']'), list.len(), indent, &mut |out, indent| {
                items.by_ref().take(1).for_each(|item| write(out, item, indent));
            });
        }
        Value::Object(object) => {
            let mut fields = object.fields();
            write_all(out, ('{', '}'), object.fields().len(), indent, &mut |out, indent| {
                for (name, value) in fields.by_ref().take(1) {
                    write_text(out, name);
                    out.push_str(if indent.is_some() { ": " } else { ":" });
                    write(out, value, indent);
                }
            });
        }
    }
}

/// Writes `count` things between two brackets, each with `next`.
fn write_all(
    out: &mut String,
    (open, close): (char, char),
    count: usize,
    indent: Option<usize>,
    next: &mut dyn FnMut(&mut String, Option<usize>),
) {
    let line = |out: &mut String, indent: Option<usize>| {
        if let Some(indent) = indent {
            out.push('\n');
            (0..indent).for_each(|_| out.push_str("  "));
        }
    };
    let inner = indent.map(|indent| indent + 1);
    out.push(open);
    for place in 0..count {
        if place > 0 {
            out.push(',');
        }
        line(out, inner);
        next(out, inner);
    }
    if count > 0 {
        line(out, indent);
    }
    out.push(close);
}

fn write_text(out: &mut String, text: &str) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            '\u{8}' => out.push_str("\\b"),
            '\u{c}' => out.push_str("\\f"),
            '\0'..='\u{1f}' => {
                out.push_str("\\u00");
                let digit = |number: u32| char::from_digit(number, 16).unwrap_or('0');
                out.extend([digit(u32::from(c) >> 4), digit(u32::from(c) & 15)]);
            }
            _ => out.push(c),
        }
    }
    out.push('"');
}

#[cfg(test)]
mod tests {
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
        assert_eq!(read(&"[".repeat(200_000)).map_err(|fault| fault.why), Err(Why::Deep));
        let deep = format!("{}{}", "[".repeat(127), "]".repeat(127));
        assert!(read(&deep).is_ok());
        assert_eq!(read(&format!("[{deep}]")).map_err(|fault| fault.why), Err(Why::Deep));
    }

    proptest! {
        #[test]
        fn it_reads_and_refuses_what_another_reader_does(text in "([\\[\\]{},: \n]|\"(a|é|\u{1F469}|\\\\[\"\\\\/bfnrtu]|\\\\u00[0-9a-f]{2}|\\\\ud83d\\\\ude00)?\"|-?[0-9]{1,3}(\\.[0-9])?([eE][+-]?[0-9])?|true|false|null){0,12}") {
            let ours = read(&text).ok();
            let other = serde_json::from_str::<serde_json::Value>(&text).ok();
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
}
