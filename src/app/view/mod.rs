//! What is on the screen: one thing a file, each a function of its properties.

mod add;
mod app;
mod bar;
mod block;
mod class;
mod clear;
mod code_name;
mod dialog;
mod end;
mod exercise;
mod follow;
mod furniture;
mod headline;
mod help;
mod import;
mod kept;
mod keymap;
mod languages;
mod library;
mod mark;
mod menu;
mod minimap;
mod notice;
mod over;
mod page;
mod pages;
mod paragraph;
mod reader;
mod reading;
mod rename;
mod saved;
mod settings;
mod strip;
#[cfg(test)]
mod tests;
mod top;

pub use app::{App, Props as AppProps};
pub use pages::{PAGES, later};
