//! Pressmark's pure library: text, articles, annotations and formats, with no knowledge of browsers.
//!
//! The modules, each using only those above it:
//!
//! - [`map`], [`order`]: a small map and a sort, light where the standard library's are quick;
//! - [`text`]: spans, offsets, decoding, languages, paragraphs, sentences;
//! - [`id`], [`time`]: the names of things, and moments;
//! - [`furniture`], [`article`], [`seeds`]: an article and what is set apart in it;
//! - [`annotation`]: labels, the codebook, what one annotator says of one article;
//! - [`exercise`]: what a teacher hands out and a pupil hands in, and how a class compares;
//! - [`session`]: everything on this device, the one enum of all that can happen to it, undo;
//! - [`presets`]: a made-up class, for demonstrations and tests;
//! - [`format`](mod@format): files and storage entries, in and out.

pub mod annotation;
pub mod article;
pub mod exercise;
pub mod format;
pub mod furniture;
pub mod id;
pub mod map;
pub mod order;
pub mod presets;
pub mod seeds;
pub mod session;
pub mod text;
pub mod time;
