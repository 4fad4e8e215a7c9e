//! Drives real browsers through Pressmark: a server of the built site, a browser, and what a reader does.

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "what cannot go on fails the test, and says why"
)]

mod capabilities;
mod driver;
mod engine;
mod files;
mod find;
mod keys;
mod page;
mod picture;
mod quiet;
mod server;
mod session;
mod states;
mod visit;
mod wire;

pub mod axe;
pub mod seed;
pub mod soak;

pub use engine::{Engine, Setting, root};
pub use files::Given;
pub use page::Page;
pub use picture::keep_picture;
pub use server::Server;
pub use session::{Element, Session, Start};
pub use states::Sentence;
pub use visit::{Visit, only_in, visit};
pub use wire::Refusal;
