//! A dialog over the page: double rule under the title, Esc closes, the focus returns.

use yew::{
    AttrValue, Callback, Children, Html, MouseEvent, Properties, SubmitEvent, component, html,
    use_effect_with, use_node_ref,
};

use crate::app::browser::dom;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub id: AttrValue,
    pub title: AttrValue,
    pub on_close: Callback<()>,
    /// What its first button does; a dialog without one is only closed.
    #[prop_or_default]
    pub on_submit: Callback<()>,
    /// The buttons at its foot.
    pub foot: Html,
    pub children: Children,
}

#[component]
pub fn Dialog(props: &Props) -> Html {
    let dialog = use_node_ref();
    {
        let dialog = dialog.clone();
        use_effect_with((), move |()| dom::open_dialog(&dialog));
    }
    let close = props.on_close.reform(|_: MouseEvent| ());
    let onclose = props.on_close.reform(|_| ());
    let onclick = {
        let (dialog, on_close) = (dialog.clone(), props.on_close.clone());
        Callback::from(move |event: MouseEvent| {
            if dom::is_on_backdrop(&event, &dialog) {
                on_close.emit(());
            }
        })
    };
    let onsubmit = props.on_submit.reform(|event: SubmitEvent| event.prevent_default());
    let title_id = format!("{}-title", props.id);
    html! {
        <dialog class="pm-dialog" id={&props.id} aria-labelledby={title_id.clone()} ref={dialog} {onclose} {onclick}>
            <form {onsubmit}>
                <div class="pm-dialog-head">
                    <h2 id={title_id}>{ &props.title }</h2>
                    <button type="button" class="pm-quiet" onclick={close}>
                        { "Close " }<kbd class="pm-key" aria-hidden="true">{ "Esc" }</kbd>
                    </button>
                </div>
                <div class="pm-dialog-body pm-stack">{ props.children.clone() }</div>
                <div class="pm-dialog-foot">{ props.foot.clone() }</div>
            </form>
        </dialog>
    }
}
