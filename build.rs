//! Bundles the articles in `seeds/`: dropping a text file there is all it takes. They are cut here, by the library's
//! own sources, so that the page can show them before its segmenter has come.

use std::error::Error;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

use article::Article;

macro_rules! sources {
    ($($name:ident $path:literal)*) => {$(
        #[path = $path]
        #[allow(dead_code, unused_imports, reason = "the library uses the rest")]
        mod $name;
    )*};
}

sources! {
    order "src/order.rs"
    text "src/text/mod.rs"
    id "src/id.rs"
    time "src/time.rs"
    furniture "src/furniture.rs"
    article "src/article.rs"
    front "src/seeds/front.rs"
}

fn main() -> Result<(), Box<dyn Error>> {
    for source in ["seeds", "src/text", "build.rs"] {
        println!("cargo::rerun-if-changed={source}");
    }
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default());
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
    println!("cargo::rustc-env=PRESSMARK_SEGMENTER={:016x}", segmenter(&root)?);
    let mut list = String::from("[\n");
    for file in files(&root.join("seeds"))?.iter().filter(|path| is_article(path)) {
        // What is no text is left out; a test of the library misses it.
        if let Ok(text) = text::decode(&fs::read(file)?) {
            let (meta, body) = front::front_matter(&text);
            write_seed(&mut list, &Article::new(body, meta))?;
        }
    }
    fs::write(out.join("seeds.rs"), list + "]\n")?;
    Ok(())
}

/// Writes what the library reads back: `Seed` in `src/seeds.rs`.
fn write_seed(list: &mut String, article: &Article) -> std::fmt::Result {
    let Article { text, title, language, source, date, .. } = article;
    let starts: Vec<usize> = article.sentences.iter().map(|span| span.start()).collect();
    writeln!(list, "Seed {{ text: {text:?}, title: {title:?}, language: {:?}, ", language.tag())?;
    writeln!(list, "source: {source:?}, date: {date:?}, starts: &{starts:?}, furniture: &[")?;
    for line in &article.furniture {
        writeln!(list, "({}, {}, Why::{:?}),", line.span.start(), line.span.end(), line.why)?;
    }
    writeln!(list, "] }},")
}

fn is_article(path: &Path) -> bool {
    let stem = path.file_stem().and_then(|s| s.to_str()).unwrap_or_default();
    let is_text = path.extension().is_some_and(|e| e == "txt" || e == "md");
    is_text && stem != "SOURCES" && !stem.starts_with('.')
}

/// A number that changes with the sources of the segmenter and its Unicode tables (FNV-1a, Fowler, Noll and Vo).
fn segmenter(root: &Path) -> io::Result<u64> {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    let mut take = |byte: u8| hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    let (major, minor, patch) = unicode_segmentation::UNICODE_VERSION;
    format!("{major}.{minor}.{patch}").bytes().for_each(&mut take);
    for file in files(&root.join("src/text"))? {
        fs::read(file)?.into_iter().filter(|byte| *byte != b'\r').for_each(&mut take);
    }
    Ok(hash)
}

/// Every file under a folder, by name.
fn files(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    let mut entries = fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<io::Result<Vec<_>>>()?;
    entries.sort();
    for path in entries {
        if path.is_dir() {
            found.extend(files(&path)?);
        } else {
            found.push(path);
        }
    }
    Ok(found)
}
