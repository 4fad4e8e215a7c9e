//! JSON in and out, by hand: a general reader would bring floating-point numbers, and weigh twice as much.
//!
//! It reads what RFC 8259 calls JSON and nothing else. A number that is no whole number up to 2^64 is only checked.

mod write;

use super::error::FormatError;
use super::value::{Object, Value};

pub(super) use write::write;

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
    fn must(&mut self, wanted: u8) -> Result<(), Why> {
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
            self.must(b':')?;
            object.push(name, self.value(depth + 1)?);
            if self.has(b'}') {
                return Ok(Value::Object(object));
            }
            self.must(b',')?;
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
            self.must(b',')?;
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

#[cfg(test)]
mod tests;
