//! A button that opens a list of actions: arrow keys walk it, Esc and a press outside close it.

use yew::{
    AttrValue, Callback, Children, Html, KeyboardEvent, Properties, classes, component, html,
    use_effect_with, use_node_ref, use_state,
};

use crate::app::browser::{dom, listen};
use crate::app::keys::{self, Command};

#[derive(Properties, PartialEq)]
pub struct Props {
    pub name: AttrValue,
    /// Its class, besides the look of a quiet button.
    #[prop_or_default]
    pub class: AttrValue,
    /// Whether the button looks as those of a page's head do.
    #[prop_or_default]
    pub is_button: bool,
    /// Whether its entries are the items of a menu, else they are buttons and links as on the page.
    #[prop_or_default]
    pub is_menu: bool,
    pub children: Children,
}

#[component]
pub fn Menu(props: &Props) -> Html {
    let open = use_state(|| false);
    let root = use_node_ref();
    let close = {
        let open = open.clone();
        Callback::from(move |()| open.set(false))
    };
    {
        let (root, close) = (root.clone(), close.clone());
        use_effect_with(*open, move |is_open| {
            let listening = is_open.then(|| {
                dom::focus_in(&root, ".pm-menu :is(a, button)");
                let root = root.clone();
                listen::outside(&root, move || close.emit(()))
            });
            move || drop(listening)
        });
    }
    let toggle = {
        let open = open.clone();
        Callback::from(move |_| open.set(!*open))
    };
    let onkeydown = {
        let (root, close) = (root.clone(), close.clone());
        Callback::from(move |event: KeyboardEvent| {
            let step = match event.key().as_str() {
                "ArrowDown" => dom::Step::Next,
                "ArrowUp" => dom::Step::Previous,
                "Home" => dom::Step::First,
                "End" => dom::Step::Last,
                "Escape" => {
                    close.emit(());
                    dom::focus_in(&root, "[aria-expanded]");
                    event.prevent_default();
                    return;
                }
                _ => return,
            };
            event.prevent_default();
            dom::walk(&root, ".pm-menu :is(a, button)", step);
        })
    };
    // An entry that was chosen closes the list, unless it opens a further one.
    let onclick = {
        let (root, close) = (root.clone(), close);
        Callback::from(move |event: yew::MouseEvent| {
            if dom::is_plain_choice(&event) {
                close.emit(());
                dom::focus_in(&root, "[aria-expanded]");
            }
        })
    };
    let look = if props.is_button { "pm-button" } else { "pm-quiet" };
    html! {
        <div class={classes!("pm-menu-root", props.class.to_string())} ref={root}>
            <button type="button" class={look} aria-expanded={(*open).to_string()} aria-haspopup={props.is_menu.then_some("menu")} onclick={toggle}>
                { &props.name }
            </button>
            if *open {
                <div class="pm-menu" role={if props.is_menu { "menu" } else { "group" }} aria-label={&props.name} {onkeydown} {onclick}>
                    { props.children.clone() }
                </div>
            }
        </div>
    }
}

/// One action of a list.
pub fn action(
    name: &str,
    command: Option<&Command>,
    is_menu: bool,
    is_off: bool,
    onclick: Callback<yew::MouseEvent>,
) -> Html {
    html! {
        <button type="button" class="pm-quiet" role={is_menu.then_some("menuitem")}
            aria-disabled={is_off.then_some("true")} aria-keyshortcuts={command.map(keys::shortcuts)} {onclick}>
            { name.to_owned() }
        </button>
    }
}
