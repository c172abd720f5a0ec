//! How a calculator looks: its questions, the answer as one types, and what the answer rests on.

mod address;
mod another;
mod answer;
mod asked;
mod field;
mod page;
mod picture;
mod tools;

pub use answer::{answer, folded, notes, sentence, working};
pub use page::{AllCalculators, CalculatorPage};
