//! The patient of an example on fees.

use domain::coded::{Code, Coded};
use domain::fee::{Age, Circumstance, Patient};
use domain::person::Sex;
use serde::Deserialize;

use crate::case::{Day, Failure};

/// What is said of the patient; of whom nothing is said is an insured adult of 40.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Given {
    born: Option<Day>,
    age: Option<u32>,
    sex: Option<String>,
    #[serde(default)]
    retired: bool,
    gave_birth: Option<Day>,
    #[serde(default)]
    circumstances: Vec<String>,
}

/// A code of a closed list.
pub fn code<T: Code>(text: &str) -> Result<T, Failure> {
    match T::from_code(text) {
        Coded::Known(member) => Ok(member),
        Coded::Unknown(text) => Err(Failure::Malformed(format!("unknown code `{text}`"))),
    }
}

impl Given {
    /// The circumstances, which the patient then borrows.
    pub fn circumstances(&self) -> Result<Vec<Circumstance>, Failure> {
        self.circumstances.iter().map(|text| code(text)).collect()
    }

    /// The patient.
    pub fn patient<'a>(&self, circumstances: &'a [Circumstance]) -> Result<Patient<'a>, Failure> {
        let age = match (self.born, self.age) {
            (Some(born), None) => Age::Born(born.0),
            (None, years) => Age::Years(years.unwrap_or(40)),
            (Some(_), Some(_)) => return Err(Failure::malformed("either `born` or `age`")),
        };
        Ok(Patient {
            age,
            sex: self.sex.as_deref().map(code::<Sex>).transpose()?,
            retired: self.retired,
            gave_birth: self.gave_birth.map(|birth| birth.0),
            circumstances,
        })
    }
}
