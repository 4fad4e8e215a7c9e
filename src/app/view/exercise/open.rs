//! Opens the exercise that came with the address, or lies inside the page.

use pressmark::session::Action;
use yew::{AttrValue, Html, Properties, component, html, use_effect_with, use_state};

use super::{board, passing};
use crate::app::browser::dom;
use crate::app::route::{At, Route};
use crate::app::store::Dispatch;
use crate::app::view::page::Frame;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub frame: Frame,
    pub dispatch: Dispatch,
    pub payload: AttrValue,
}

#[component]
pub fn Open(props: &Props) -> Html {
    let problem = use_state(|| None::<String>);
    {
        let (problem, dispatch) = (problem.clone(), props.dispatch.clone());
        use_effect_with(props.payload.clone(), move |payload| {
            problem.set(None);
            passing::opened(payload, move |opened| match opened {
                Ok(exercise) => {
                    let address = Route::Exercise(exercise.id.clone(), At::Start).address();
                    dispatch.dispatch(Action::TakeExercise(exercise).into());
                    dom::replace(&address);
                }
                Err(why) => problem.set(Some(why.to_string())),
            });
        });
    }
    let head = html! { <h1>{ if problem.is_some() { "This link does not open" } else { "Opening the exercise…" } }</h1> };
    let body = html! {
        if let Some(problem) = &*problem {
            <div class="pm-stack">
                <p role="alert">{ problem.clone() }</p>
                <p><a class="pm-button" href={Route::Library.address()}>{ "Go to the library" }</a></p>
            </div>
        }
    };
    board(&props.frame, "", Html::default(), head, body)
}
