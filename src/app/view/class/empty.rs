//! The board before anything was handed in: where to drop the files, and a made-up class to look at.

use yew::{Callback, Html, html};

/// What the empty board offers.
pub struct Offers {
    /// What files are picked and codes pasted with.
    pub intake: Html,
    /// Opens the made-up class.
    pub on_made_up: Callback<()>,
    /// Whether the device is still being asked for a board.
    pub is_loaded: bool,
}

/// The empty board.
pub fn empty(offers: Offers) -> Html {
    html! {
        <main class="pm-board pm-board--empty" id="board" tabindex="-1">
            <header class="pm-board-head pm-board-head--plain">
                <div class="pm-board-title"><h1>{ "Class board" }</h1></div>
            </header>
            if offers.is_loaded {
                <p class="pm-empty-say">{ "Drop the files here, or paste the codes, one a line" }</p>
                { offers.intake }
                <p class="pm-empty-demo">
                    { "Nothing to lay side by side yet? " }
                    <button type="button" class="pm-button" onclick={offers.on_made_up.reform(|_| ())}>{ "Open the made-up class" }</button>
                </p>
            }
        </main>
    }
}
