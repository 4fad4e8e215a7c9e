//! Shortens the names by which the module asks for the browser's functions: wasm-bindgen ends each with a hash, which
//! no compression makes smaller, in the module and in the glue.

use std::collections::HashMap;

use anyhow::{Context, Result, bail};

/// The module without its first eight bytes is a list of sections; this one holds the imports.
const IMPORTS: u8 = 2;
const HEADER: usize = 8;

/// The same glue and module with short names between them.
pub fn shortened(glue: &str, module: &[u8]) -> Result<(String, Vec<u8>)> {
    let mut names = HashMap::new();
    let mut short = module.get(..HEADER).context("The module is no module.")?.to_vec();
    let mut rest = Bytes(module.get(HEADER..).unwrap_or_default());
    while let Some(kind) = rest.byte() {
        let length = rest.number()?;
        let section = rest.take(length)?;
        let section = if kind == IMPORTS { imports(section, &mut names)? } else { section.to_vec() };
        short.push(kind);
        push_number(&mut short, section.len());
        short.extend(section);
    }
    Ok((renamed(glue, &names), short))
}

/// The section of imports with short names, which are added to `names` by the long ones.
fn imports(section: &[u8], names: &mut HashMap<String, String>) -> Result<Vec<u8>> {
    let mut rest = Bytes(section);
    let count = rest.number()?;
    let mut short = Vec::new();
    push_number(&mut short, count);
    for _ in 0..count {
        let (from, name) = (rest.text()?, rest.text()?);
        let next = names.len();
        let new = match name.starts_with("__wb") {
            true => names.entry(name.to_owned()).or_insert_with(|| format!("w{next}")).as_str(),
            false => name,
        };
        push_text(&mut short, from);
        push_text(&mut short, new);
        let kind = rest.byte().context("An import has no kind.")?;
        if kind != 0 {
            bail!("The module imports something that is no function: {name}.");
        }
        short.push(kind);
        push_number(&mut short, rest.number()?);
    }
    Ok(short)
}

/// The script with every identifier in `names` replaced, and without the lines that are comments.
fn renamed(script: &str, names: &HashMap<String, String>) -> String {
    let lines = script.lines().filter(|line| !line.trim_start().starts_with("//"));
    let is_part = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '$';
    let mut out = String::new();
    for mut line in lines {
        while let Some(start) = line.find(is_part) {
            let (before, word) = line.split_at(start);
            let (word, after) = word.split_at(word.find(|c| !is_part(c)).unwrap_or(word.len()));
            out.push_str(before);
            out.push_str(names.get(word).map_or(word, String::as_str));
            line = after;
        }
        out.push_str(line);
        out.push('\n');
    }
    out
}

/// What is left to read.
struct Bytes<'a>(&'a [u8]);

impl<'a> Bytes<'a> {
    fn byte(&mut self) -> Option<u8> {
        let (first, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(*first)
    }

    /// An unsigned number in LEB128.
    fn number(&mut self) -> Result<usize> {
        let (mut number, mut shift) = (0_usize, 0_u32);
        loop {
            let byte = self.byte().context("The module ends within a number.")?;
            number |=
                usize::from(byte & 0x7f).checked_shl(shift).context("The module has too large a number.")?;
            shift += 7;
            if byte < 0x80 {
                return Ok(number);
            }
        }
    }

    fn take(&mut self, length: usize) -> Result<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(length).context("The module ends too early.")?;
        self.0 = rest;
        Ok(taken)
    }

    fn text(&mut self) -> Result<&'a str> {
        let length = self.number()?;
        std::str::from_utf8(self.take(length)?).context("A name in the module is not UTF-8.")
    }
}

fn push_number(out: &mut Vec<u8>, mut number: usize) {
    loop {
        let low = u8::try_from(number & 0x7f).unwrap_or_default();
        number >>= 7;
        out.push(if number == 0 { low } else { low | 0x80 });
        if number == 0 {
            return;
        }
    }
}

fn push_text(out: &mut Vec<u8>, text: &str) {
    push_number(out, text.len());
    out.extend(text.as_bytes());
}

#[cfg(test)]
mod tests {
    use super::*;

    fn module(names: &[&str]) -> Vec<u8> {
        let mut section = Vec::new();
        push_number(&mut section, names.len());
        for name in names {
            push_text(&mut section, "./glue.js");
            push_text(&mut section, name);
            section.extend([0, 3]);
        }
        let mut module = b"\0asm\x01\0\0\0".to_vec();
        module.extend([0, 2, 1, b'x', IMPORTS]);
        push_number(&mut module, section.len());
        module.extend(section);
        module.extend([3, 1, 0]);
        module
    }

    #[test]
    fn glue_and_module_still_agree() -> Result<()> {
        let long = ["__wbg_alert_0123456789abcdef", "__wasm_split_load_pages", "__wbindgen_cast_01"];
        let glue =
            "// A comment.\n{\n  __wbg_alert_0123456789abcdef: () => say('//'),\n  __wbg_alert: 1,\n}\n";
        let (glue, short) = shortened(glue, &module(&long))?;
        assert_eq!(glue, "{\n  w0: () => say('//'),\n  __wbg_alert: 1,\n}\n");
        assert_eq!(short, module(&["w0", "__wasm_split_load_pages", "w1"]));
        Ok(())
    }

    #[test]
    fn long_sections_keep_their_length() -> Result<()> {
        let names: Vec<String> = (0..100).map(|number| format!("a_name_that_is_not_ours_{number}")).collect();
        let module = module(&names.iter().map(String::as_str).collect::<Vec<_>>());
        assert_eq!(shortened("", &module)?.1, module);
        assert!(shortened("", module.get(..50).unwrap_or_default()).is_err());
        Ok(())
    }
}
