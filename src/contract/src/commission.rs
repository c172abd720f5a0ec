//! A patient's plan for TELK, the committee on lasting incapacity for work.

use chrono::NaiveDate;
use domain::coded::Coded;
use domain::telk::Initiator;
use domain::telk::plan::{Change, DayOf, Fact, Paper, Plan, Test};
use serde::{Deserialize, Serialize};

use crate::TestId;
use crate::wire::{day_needed, day_option, open, open_list, open_option};

/// Answer of `GET` and `PATCH /api/v1/persons/{person}/commission`. The plan is the patient's own notes: nothing is decided by it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Commission {
    /// The practice with which the person is registered, by its key in `rules`; absent without one. House rules of a practice bind
    /// its own patients only.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    #[cfg_attr(feature = "openapi", schema(example = "chobanova"))]
    pub practice: Option<String>,
    /// Whether the person is under age today: then a parent brings their own identity document.
    pub under_age: bool,
    /// The days that are known, each kind at most once.
    pub days: Vec<NotedDay>,
    /// What the patient said about themselves, each at most once.
    pub facts: Vec<NotedFact>,
    /// Who wanted the expertise.
    #[serde(with = "open_option", skip_serializing_if = "Option::is_none", default)]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>, example = "doctor"))]
    pub initiator: Option<Coded<Initiator>>,
    /// Where TELK sits, as its letter says; empty if not known. At most 200 characters.
    pub place: String,
    /// The papers that are ready.
    #[serde(with = "open_list")]
    #[cfg_attr(feature = "openapi", schema(value_type = Vec<String>, example = json!(["identity", "medicines"])))]
    pub ready: Vec<Coded<Paper>>,
    /// Tests and consultations, in the order in which they were noted; at most 40.
    pub tests: Vec<NotedTest>,
}

/// A day that the patient noted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NotedDay {
    /// Of what.
    #[serde(with = "open")]
    #[cfg_attr(feature = "openapi", schema(value_type = String, example = "session"))]
    pub of: Coded<DayOf>,
    /// The day. In a change, a day that is absent is not known any more.
    #[serde(with = "day_option", skip_serializing_if = "Option::is_none", default)]
    pub day: Option<NaiveDate>,
}

/// What the patient said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NotedFact {
    /// About what.
    #[serde(with = "open")]
    #[cfg_attr(feature = "openapi", schema(value_type = String, example = "other_address"))]
    pub fact: Coded<Fact>,
    /// Whether it is so. In a change, what is absent was not said.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub is: Option<bool>,
}

/// A test or a consultation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NotedTest {
    /// Opaque id. Who notes the test makes it; it stays the same.
    pub id: TestId,
    /// What it is, in the patient's words, 1 to 120 characters.
    pub name: String,
    /// When it was made, or is going to be.
    #[serde(with = "day_needed")]
    pub on: NaiveDate,
}

/// Whether a paper is ready.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ReadyPaper {
    /// The paper.
    #[serde(with = "open")]
    #[cfg_attr(feature = "openapi", schema(value_type = String, example = "medicines"))]
    pub paper: Coded<Paper>,
    /// Whether it is.
    pub ready: bool,
}

/// Body of `PATCH /api/v1/persons/{person}/commission`. What is absent stays.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct CommissionPatch {
    /// Days.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub days: Vec<NotedDay>,
    /// Facts.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub facts: Vec<NotedFact>,
    /// Who wanted the expertise.
    #[serde(with = "open_option", skip_serializing_if = "Option::is_none", default)]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>, example = "doctor"))]
    pub initiator: Option<Coded<Initiator>>,
    /// Where TELK sits; empty if it is not known any more.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub place: Option<String>,
    /// Papers.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub ready: Vec<ReadyPaper>,
    /// Tests that are new, or changed under the same id.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub tests: Vec<NotedTest>,
    /// Tests that are taken out.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub removed_tests: Vec<TestId>,
}

impl Commission {
    /// The plan as the rules know it. What this build has no name for is left out.
    #[must_use]
    pub fn read(&self) -> Plan {
        let test =
            |test: &NotedTest| (test.id.as_str().to_owned(), Test { name: test.name.clone(), on: test.on });
        Plan {
            days: self.days.iter().filter_map(|noted| Some((noted.of.known()?, noted.day?))).collect(),
            facts: self.facts.iter().filter_map(|noted| Some((noted.fact.known()?, noted.is?))).collect(),
            initiator: self.initiator.as_ref().and_then(Coded::known),
            place: self.place.clone(),
            ready: self.ready.iter().filter_map(Coded::known).collect(),
            tests: self.tests.iter().map(test).collect(),
        }
    }

    /// A plan on the wire.
    #[must_use]
    pub fn of(plan: &Plan, practice: Option<String>, under_age: bool) -> Self {
        let day = |(of, day): (&DayOf, &NaiveDate)| NotedDay { of: Coded::Known(*of), day: Some(*day) };
        let fact = |(fact, is): (&Fact, &bool)| NotedFact { fact: Coded::Known(*fact), is: Some(*is) };
        Self {
            practice,
            under_age,
            days: plan.days.iter().map(day).collect(),
            facts: plan.facts.iter().map(fact).collect(),
            initiator: plan.initiator.map(Coded::Known),
            place: plan.place.clone(),
            ready: plan.ready.iter().copied().map(Coded::Known).collect(),
            tests: plan.tests.iter().map(|(id, test)| noted(id, test)).collect(),
        }
    }
}

fn noted(id: &str, test: &Test) -> NotedTest {
    NotedTest { id: TestId(id.to_owned()), name: test.name.clone(), on: test.on }
}

impl CommissionPatch {
    /// Changes on the wire. Who wanted the expertise can be said otherwise, but not unsaid.
    #[must_use]
    pub fn of(changes: &[Change]) -> Self {
        let mut patch = Self::default();
        for change in changes {
            match change {
                Change::Day(of, day) => patch.days.push(NotedDay { of: Coded::Known(*of), day: *day }),
                Change::Fact(fact, is) => patch.facts.push(NotedFact { fact: Coded::Known(*fact), is: *is }),
                Change::Initiator(initiator) => patch.initiator = initiator.map(Coded::Known),
                Change::Place(place) => patch.place = Some(place.clone()),
                Change::Ready(paper, ready) => {
                    patch.ready.push(ReadyPaper { paper: Coded::Known(*paper), ready: *ready });
                }
                Change::Test(id, Some(test)) => patch.tests.push(noted(id, test)),
                Change::Test(id, None) => patch.removed_tests.push(TestId(id.clone())),
            }
        }
        patch
    }

    /// The changes, each with the place in the body where it stands.
    ///
    /// # Errors
    /// The places of codes and ids that this build cannot take.
    pub fn changes(&self) -> Result<Vec<(String, Change)>, Vec<String>> {
        let mut changes = Vec::new();
        let mut unknown = Vec::new();
        let mut add = |place: String, change: Option<Change>| match change {
            Some(change) => changes.push((place, change)),
            None => unknown.push(place),
        };
        for (place, noted) in self.days.iter().enumerate() {
            add(format!("/days/{place}"), noted.of.known().map(|of| Change::Day(of, noted.day)));
        }
        for (place, noted) in self.facts.iter().enumerate() {
            add(format!("/facts/{place}"), noted.fact.known().map(|fact| Change::Fact(fact, noted.is)));
        }
        if let Some(initiator) = &self.initiator {
            let known = initiator.known();
            add("/initiator".to_owned(), known.map(|known| Change::Initiator(Some(known))));
        }
        if let Some(text) = &self.place {
            add("/place".to_owned(), Some(Change::Place(text.clone())));
        }
        for (place, one) in self.ready.iter().enumerate() {
            let known = one.paper.known();
            add(format!("/ready/{place}"), known.map(|paper| Change::Ready(paper, one.ready)));
        }
        for (place, test) in self.tests.iter().enumerate() {
            let id = TestId::parse(test.id.as_str());
            let noted = Test { name: test.name.clone(), on: test.on };
            add(format!("/tests/{place}"), id.map(|id| Change::Test(id.0, Some(noted))));
        }
        for (place, id) in self.removed_tests.iter().enumerate() {
            let known = TestId::parse(id.as_str());
            add(format!("/removed_tests/{place}"), known.map(|id| Change::Test(id.0, None)));
        }
        if unknown.is_empty() { Ok(changes) } else { Err(unknown) }
    }
}
