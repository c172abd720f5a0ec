//! What is typed into a calculator, and what follows from it.

use chrono::NaiveDate;
use domain::moment::Zone;
use domain::written::parse_day;
use leptos::ev;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_navigate, use_query_map};

use super::address::{self, ANOTHER};
use crate::announce;
use crate::calculator::{Answer, Calculator, Given, Problem, Question, Stop, Typed, written_day};
use crate::i18n::Msg;
use crate::i18n::texts::calculator as c;
use crate::state::clock;
use crate::state::kept;
use crate::state::session::use_session;

/// What a calculator says to what was typed so far.
#[derive(Debug, Clone, PartialEq)]
pub enum Outcome {
    /// These questions are not answered yet.
    Open(Vec<Msg>),
    /// Something is wrong.
    Wrong(Vec<Problem>),
    /// The answer.
    Answer(Box<Answer>),
}

/// A calculator in use.
#[derive(Clone, Copy)]
pub struct Asked {
    /// Which.
    pub calculator: &'static Calculator,
    /// What is typed; also under [`ANOTHER`], the other day.
    typed: RwSignal<Typed>,
    /// Questions that somebody has left: only there is said that something is wrong.
    left: RwSignal<Vec<&'static str>>,
    /// What is given.
    pub given: Memo<Given>,
    /// The questions, as far as they are asked.
    pub questions: Memo<Vec<Question>>,
    /// What it says.
    pub outcome: Memo<Outcome>,
    /// Something in the address was not understood.
    pub damaged: RwSignal<bool>,
    /// Puts what is typed into the address and keeps the rest beside it.
    put: Callback<()>,
}

impl Asked {
    /// Reads what the address and the entry of the history have.
    pub fn new(calculator: &'static Calculator) -> Self {
        let today = clock::today(Zone::Sofia);
        let pairs: Vec<(String, String)> = use_query_map().with_untracked(|map| {
            map.latest_values().map(|(name, value)| (name.to_string(), value.to_string())).collect()
        });
        let own = use_session().own_id();
        let read = address::read(calculator, &pairs, today);
        let mut typed = read.typed;
        if let Some(day) = read.another {
            typed.set(ANOTHER, written_day(day));
        }
        let texts: Vec<(String, String)> =
            serde_json::from_str(&kept::read(own.as_ref())).unwrap_or_default();
        for (id, text) in texts {
            typed.set(&id, text);
        }
        let unload = window_event_listener(ev::beforeunload, move |_| kept::leave_for_reload(own.as_ref()));
        on_cleanup(move || unload.remove());
        Self::with(calculator, typed, RwSignal::new(read.damaged))
    }

    fn with(calculator: &'static Calculator, typed: Typed, damaged: RwSignal<bool>) -> Self {
        let typed = RwSignal::new(typed);
        let left = RwSignal::new(Vec::new());
        let given = Memo::new(move |_| calculator.given(&typed.get(), clock::today(Zone::Sofia)));
        let questions = Memo::new(move |_| given.with(|given| (calculator.questions)(given)));
        let outcome = Memo::new(move |_| {
            given.with(|given| questions.with(|questions| outcome(calculator, given, questions, &left.get())))
        });
        let path = calculator.entry.route().path();
        let navigate = use_navigate();
        let last = StoredValue::new(String::new());
        let put = Callback::new(move |()| {
            let another = typed.with_untracked(|typed| parse_day(typed.get(ANOTHER)?).ok());
            let address = given.with_untracked(|given| {
                questions.with_untracked(|questions| address::query(&path, questions, given, another))
            });
            // Browsers allow only so many changes of the address in a while: private answers, and those that cannot be read
            // yet, change nothing in it.
            if last.with_value(|last| *last != address) {
                last.set_value(address.clone());
                let options = NavigateOptions { replace: true, scroll: false, ..NavigateOptions::default() };
                // The router writes its own state with the address: what is typed goes back beside it.
                navigate(&address, options);
            }
            let texts =
                typed.with_untracked(|typed| serde_json::to_string(&typed.iter().collect::<Vec<_>>()));
            kept::keep(&texts.unwrap_or_default());
        });
        Self { calculator, typed, left, given, questions, outcome, damaged, put }
    }

    /// Takes what was typed.
    pub fn set(self, id: &str, text: String) {
        self.typed.update(|typed| typed.set(id, text));
        self.put.run(());
    }

    /// Somebody left a field: what is wrong is said from now on, and the answer is announced.
    pub fn leave(self, id: &'static str) {
        if !self.left.with_untracked(|left| left.contains(&id)) {
            self.left.update(|left| left.push(id));
        }
        self.announce();
    }

    /// Says the answer to those who listen.
    pub fn announce(self) {
        match self.outcome.get_untracked() {
            Outcome::Answer(answer) => announce::say(answer.sentence),
            Outcome::Wrong(problems) => announce::say(c::problems(problems.len())),
            Outcome::Open(_) => {}
        }
    }

    /// Somebody asks for the answer: every field counts as left.
    pub fn settle(self) {
        self.left
            .set(self.questions.with_untracked(|questions| questions.iter().map(|one| one.id).collect()));
        self.announce();
    }

    /// Forgets everything typed.
    pub fn start_over(self) {
        self.typed.set(Typed::default());
        self.left.set(Vec::new());
        self.damaged.set(false);
        self.put.run(());
    }

    /// What stands in a field; tracked.
    pub fn text(self, id: &str) -> String {
        self.given.with(|given| given.text(id).to_owned())
    }

    /// What stands in the field for the other day; `None` if there is no such field. Tracked.
    pub fn another(self) -> Option<String> {
        self.typed.with(|typed| typed.get(ANOTHER).map(str::to_owned))
    }

    /// Takes the field for the other day away.
    pub fn forget_another(self) {
        self.typed.update(|typed| typed.remove(ANOTHER));
        self.put.run(());
    }

    /// The other day and the answer on it, or what is wrong then; `None` without a readable day. Tracked.
    pub fn on_another_day(self) -> Option<(NaiveDate, Result<Answer, Option<Msg>>)> {
        let day = parse_day(&self.another()?).ok()?;
        let other = self.given.with(|given| given.on_another_day(self.calculator.another_day, day));
        let answered = (self.calculator.answer)(&other).map_err(|stop| match stop {
            Stop::Problem(problem) => Some(problem.text),
            Stop::Open => None,
        });
        Some((day, answered))
    }

    /// What is wrong with the answer to a question; tracked.
    pub fn problem(self, id: &str) -> Option<Msg> {
        self.outcome.with(|outcome| match outcome {
            Outcome::Wrong(problems) => {
                problems.iter().find(|problem| problem.id == id).map(|problem| problem.text.clone())
            }
            Outcome::Open(_) | Outcome::Answer(_) => None,
        })
    }
}

/// What a calculator says to what is given. What is wrong in a field is said once somebody has left it.
fn outcome(calculator: &Calculator, given: &Given, questions: &[Question], left: &[&str]) -> Outcome {
    let problems = given.problems(questions);
    let told: Vec<Problem> = problems.iter().filter(|problem| left.contains(&problem.id)).cloned().collect();
    if !told.is_empty() {
        return Outcome::Wrong(told);
    }
    let unread = problems.iter().map(|problem| problem.id);
    let open = given.open(questions).into_iter().map(|question| question.id).chain(unread);
    let open: Vec<&str> = open.collect();
    if !open.is_empty() {
        let labels = questions.iter().filter(|question| open.contains(&question.id));
        return Outcome::Open(labels.map(|question| question.label.clone()).collect());
    }
    match (calculator.answer)(given) {
        Ok(answer) => Outcome::Answer(Box::new(answer)),
        Err(Stop::Problem(problem)) => Outcome::Wrong(vec![problem]),
        Err(Stop::Open) => Outcome::Open(Vec::new()),
    }
}
