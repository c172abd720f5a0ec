//! T8c: how sheets are issued.

use chrono::NaiveDate;
use domain::coded::Code;
use domain::sick_leave::issuing::{Exam, Refused};
use domain::sick_leave::posted::Item;
use domain::sick_leave::{Answer, Request, issue};
use serde::Deserialize;
use serde_json::{Value, json};

use super::patient::code;
use super::visit::based;
use crate::case::{Case, Day, Failure};

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "snake_case")]
enum Given {
    Sheet(Sheet),
    Duplicate { written: bool, reason_given: bool },
    Booklet {},
    Objection(String),
    Sanatorium { after_hospital: bool },
    Consultation { minutes: u32, working_day: u32, note: bool },
    Dental {},
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Sheet {
    from: Day,
    exam: Option<GivenExam>,
    #[serde(default = "one")]
    employers: u32,
}

const fn one() -> u32 {
    1
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "snake_case")]
enum GivenExam {
    Here(Day),
    Elsewhere { day: Day, shows: Vec<String> },
}

/// Compares what becomes of a request.
pub fn check(case: &Case) -> Result<(), Failure> {
    let today = case.on()?;
    let mut items: Vec<Item> = Vec::new();
    let given: Given = case.given()?;
    if let Given::Sheet(Sheet { exam: Some(GivenExam::Elsewhere { shows, .. }), .. }) = &given {
        items = shows.iter().map(|item| code(item)).collect::<Result<_, _>>()?;
    }
    let request = match given {
        Given::Sheet(sheet) => {
            let exam = match sheet.exam {
                None => Exam::None,
                Some(GivenExam::Here(day)) => Exam::Here(day.0),
                Some(GivenExam::Elsewhere { day, .. }) => Exam::Elsewhere { day: day.0, shows: &items },
            };
            Request::Sheet { from: sheet.from.0, exam, employers: sheet.employers }
        }
        Given::Duplicate { written, reason_given } => Request::Duplicate { written, reason_given },
        Given::Booklet {} => Request::Booklet,
        Given::Objection(party) => Request::Objection(code(&party)?),
        Given::Sanatorium { after_hospital } => Request::Sanatorium { after_hospital },
        Given::Consultation { minutes, working_day, note } => {
            Request::Consultation { minutes, working_day, note }
        }
        Given::Dental {} => Request::Dental,
    };
    case.expects(&said(&request, today))
}

/// What is said of sheets for somebody who was examined today and has so many employers.
pub fn sheets_for(employers: u32, today: NaiveDate) -> Value {
    said(&Request::Sheet { from: today, exam: Exam::Here(today), employers }, today)
}

fn said(request: &Request<'_>, today: NaiveDate) -> Value {
    let (answer, basis) = match issue(request, today) {
        Ok(found) => found,
        Err(no_data) => return json!({ "answer": null, "no_data": no_data.why.to_string() }),
    };
    let mut said = based(&basis);
    for field in ["why", "lacks", "reach_back", "sheets", "working_days", "by", "years"] {
        said[field] = Value::Null;
    }
    said["answer"] = json!(match answer {
        Answer::Today { sheets } => {
            said["sheets"] = json!(sheets);
            "today"
        }
        Answer::Within { working_days, sheets } => {
            said["sheets"] = json!(sheets);
            said["working_days"] = json!(working_days);
            "within"
        }
        Answer::Certified { from, to } => {
            said["years"] = json!([from, to]);
            "certified"
        }
        Answer::Decided(bodies) => {
            said["by"] = json!(bodies.iter().map(|body| body.code()).collect::<Vec<_>>());
            "decided"
        }
        Answer::StatutoryLeave => "statutory_leave",
        Answer::HospitalCommission => "hospital_commission",
        Answer::Dentist => "dentist",
        Answer::Refused(refused) => {
            said["why"] = json!(why(&refused));
            if let Refused::DocumentLacks(items) = &refused {
                said["lacks"] = json!(items.iter().map(|item| item.code()).collect::<Vec<_>>());
            }
            if let Refused::NoExamOnFirstDay { reach_back: Some(days) } = refused {
                said["reach_back"] = json!(days.value.to_string());
            }
            "refused"
        }
    });
    said
}

fn why(refused: &Refused) -> &'static str {
    match refused {
        Refused::NoExamOnFirstDay { .. } => "no_exam_on_first_day",
        Refused::DocumentLacks(_) => "document_lacks",
        Refused::InAdvance => "in_advance",
        Refused::NoEmployer => "no_employer",
        Refused::WrittenWithReason => "written_with_reason",
        Refused::NotMostOfTheDay => "not_most_of_the_day",
        Refused::NoteMissing => "note_missing",
    }
}
