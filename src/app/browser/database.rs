//! The database `pressmark` of IndexedDB: it is opened once, and each use is one transaction that is awaited
//! to its end. Bare web-sys, because every crate for it weighs more (`docs/adr/0007-a-journal-on-disk.md`).

use std::cell::RefCell;

use gloo_events::EventListener;
use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{IdbDatabase, IdbFactory, IdbObjectStore, IdbOpenDbRequest, IdbRequest, IdbTransaction};

use super::storage::StorageError;

/// The name of the database.
const NAME: &str = "pressmark";
/// The version of its object stores, not of what they hold.
const VERSION: u32 = 1;
/// The object store of the journal: its keys are numbers that are never used again.
pub const JOURNAL: &str = "journal";
/// The object store of the class boards: its keys are given.
pub const BOARDS: &str = "boards";

/// An open database. It lets go of itself when another window wants to delete it, or the browser closes it.
struct Connection {
    database: IdbDatabase,
    _ends: [EventListener; 2],
}

thread_local! {
    static OPEN: RefCell<Option<Connection>> = const { RefCell::new(None) };
}

/// Whether the database that was opened is still the same one. When it is not, its numbers mean nothing more.
pub fn is_open() -> bool {
    OPEN.with_borrow(Option::is_some)
}

/// A transaction on one object store, as it is being made.
pub struct Use {
    transaction: IdbTransaction,
    /// The object store.
    pub store: IdbObjectStore,
}

impl Use {
    /// Begins a transaction; `writes` says whether it may change anything. What it writes is on the disk
    /// when it has ended, where the browser knows the durability *strict*.
    pub async fn begin(store: &str, writes: bool) -> Result<Self, StorageError> {
        let database = open().await?;
        let begun = transaction(&database, store, writes);
        // A connection that the browser closed behind our back refuses; the next use opens anew.
        let transaction = begun.inspect_err(|_| let_go()).map_err(|_| StorageError::Blocked)?;
        let store = transaction.object_store(store).map_err(|_| StorageError::Blocked)?;
        Ok(Self { transaction, store })
    }

    /// What a request of this transaction answers.
    pub async fn answer(&self, request: Result<IdbRequest, JsValue>) -> Result<JsValue, StorageError> {
        let request = request.map_err(|why| self.why(&why))?;
        let answered = JsFuture::from(promise(&request, "success", &["error"])).await;
        answered.map_err(|_| self.failed())?;
        request.result().map_err(|why| self.why(&why))
    }

    /// Waits until all of it is on the disk. The last request must have been made or answered just before.
    pub async fn end(self) -> Result<(), StorageError> {
        let ended = JsFuture::from(promise(&self.transaction, "complete", &["abort", "error"])).await;
        ended.map(drop).map_err(|_| self.failed())
    }

    /// Leaves everything as it was.
    pub fn abort(self) {
        // It may have ended by itself; its promise has nobody left to tell.
        let _ = self.transaction.abort();
    }

    fn failed(&self) -> StorageError {
        self.transaction.error().map_or(StorageError::Blocked, |error| kind(&error.name()))
    }

    fn why(&self, why: &JsValue) -> StorageError {
        let name = Reflect::get(why, &"name".into()).ok().and_then(|name| name.as_string());
        kind(&name.unwrap_or_default())
    }
}

fn kind(name: &str) -> StorageError {
    if name == "QuotaExceededError" { StorageError::Full } else { StorageError::Blocked }
}

/// Begins a transaction. web-sys offers no durability without unstable flags, so it is asked for by name.
fn transaction(database: &IdbDatabase, store: &str, writes: bool) -> Result<IdbTransaction, JsValue> {
    let options = Object::new();
    Reflect::set(&options, &"durability".into(), &"strict".into())?;
    let mode = if writes { "readwrite" } else { "readonly" };
    let begin: Function = Reflect::get(database, &"transaction".into())?.dyn_into()?;
    begin.apply(database, &Array::of3(&store.into(), &mode.into(), &options))?.dyn_into()
}

/// The database, opened now if it is not open.
async fn open() -> Result<IdbDatabase, StorageError> {
    if let Some(database) = OPEN.with_borrow(|open| open.as_ref().map(|open| open.database.clone())) {
        return Ok(database);
    }
    let request = factory().and_then(|factory| factory.open_with_u32(NAME, VERSION).ok());
    let request = request.ok_or(StorageError::Blocked)?;
    let _upgrade = EventListener::once(&request, "upgradeneeded", {
        let request = request.clone();
        move |_| upgrade(&request)
    });
    let answered = JsFuture::from(promise(&request, "success", &["error", "blocked"])).await;
    let database: Option<IdbDatabase> = request.result().ok().and_then(|it| it.dyn_into().ok());
    let database = answered.ok().and(database).ok_or(StorageError::Blocked)?;
    if let Some(earlier) = OPEN.with_borrow(|open| open.as_ref().map(|open| open.database.clone())) {
        // Somebody else opened it while this waited.
        database.close();
        return Ok(earlier);
    }
    let end = |name: &'static str| EventListener::new(&database, name, |_| let_go());
    let ends = [end("versionchange"), end("close")];
    OPEN.set(Some(Connection { database: database.clone(), _ends: ends }));
    Ok(database)
}

/// IndexedDB, where the browser has it and lets this page use it; to ask alone may throw.
fn factory() -> Option<IdbFactory> {
    let window: JsValue = web_sys::window()?.into();
    Reflect::get(&window, &"indexedDB".into()).ok()?.dyn_into().ok()
}

/// Makes the object stores of a new database.
fn upgrade(request: &IdbOpenDbRequest) {
    let database: Option<IdbDatabase> = request.result().ok().and_then(|it| it.dyn_into().ok());
    let Some(database) = database else { return };
    // A store that cannot be made ends the opening with an error, which is answered there.
    let numbered = web_sys::IdbObjectStoreParameters::new();
    numbered.set_auto_increment(true);
    let _ = database.create_object_store_with_optional_parameters(JOURNAL, &numbered);
    let _ = database.create_object_store(BOARDS);
}

/// Closes the database, so that others may delete or renew it; the next use opens it again.
fn let_go() {
    if let Some(open) = OPEN.take() {
        open.database.close();
        // The listeners may be running just now, so they go a moment later.
        super::clock::after(0, move || drop(open)).forget();
    }
}

/// A promise that is kept by one event of a target and broken by others. Its own functions are the handlers,
/// so that it is settled while the transaction can still be used.
fn promise(target: &web_sys::EventTarget, kept: &str, broken: &[&str]) -> Promise {
    Promise::new(&mut |resolve, reject| {
        let listens = |name: &str, then: &Function| target.add_event_listener_with_callback(name, then);
        // Listening to an event by its name cannot fail.
        let _ = listens(kept, &resolve);
        for name in broken {
            let _ = listens(name, &reject);
        }
    })
}
