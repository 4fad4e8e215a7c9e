//! JSON out: compact for storage, indented for people.

use crate::format::value::Value;

/// Writes a value; `indent` is how deep it stands, in JSON for people, and nothing in compact JSON.
pub(in crate::format) fn write(out: &mut String, value: &Value, indent: Option<usize>) {
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
