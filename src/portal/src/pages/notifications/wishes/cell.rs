//! One switch: whether something is wanted by a channel.

use contract::PersonId;
use domain::coded::{Code as _, Coded};
use domain::notification::{Cell, Change, Channel, What, Wish};
use leptos::prelude::*;

use crate::i18n::texts::notifications as n;
use crate::i18n::{Msg, t};
use crate::pages::notifications::choices::Saver;
use crate::pages::notifications::standing::standing;
use crate::pages::notifications::words;
use crate::ui::icon::Icon;
use crate::ui::segment::{Segment, segment};

/// The name of a channel, as the name of a switch.
pub fn channel_name(channel: Channel) -> AnyView {
    view! {
        <Icon name=words::channel_icon(channel) small=true />
        {t(words::channel(channel))}
    }
    .into_any()
}

/// The answers of a switch; the third is that nobody decided, or that what holds for the whole group holds here.
pub fn answers(third: Msg) -> Vec<(&'static str, Msg)> {
    vec![(Wish::On.code(), n::wish_on()), (Wish::Off.code(), n::wish_off()), (Wish::Undecided.code(), third)]
}

/// The wish with a code.
pub fn wish_of(code: &str) -> Wish {
    match Wish::from_code(code) {
        Coded::Known(wish) => wish,
        Coded::Unknown(_) => Wish::Undecided,
    }
}

/// The switch of a cell of the matrix.
pub fn cell(saver: Saver, person: &PersonId, what: What, channel: Channel) -> AnyView {
    let id = person.as_str().to_owned();
    let cell = Cell { person: id.clone(), what, channel };
    let third = match what {
        What::Topic(_) => n::wish_undecided(),
        What::Subject(_) => n::wish_as_group(),
    };
    let name = match what {
        What::Topic(topic) => format!("{}-{}", topic.code(), channel.code()),
        What::Subject(subject) => format!("{}-{}", subject.code(), channel.code()),
    };
    let value = ArcSignal::derive(move || {
        saver.choices.with(|all| all.cell(&id, what, channel)).unwrap_or(Wish::Undecided).code()
    });
    let field = Change::Wish(cell.clone(), Wish::Undecided);
    let choose = Callback::new(move |code: &'static str| {
        saver.choose(vec![Change::Wish(cell.clone(), wish_of(code))]);
    });
    let switch =
        segment(Segment { name, legend: channel_name(channel), options: answers(third), value, choose });
    view! { <div>{switch} {standing(saver, field)}</div> }.into_any()
}
