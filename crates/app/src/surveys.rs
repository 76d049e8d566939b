//! Surveys: patients are asked whether they would recommend the practice, by a letter after a request or a visit; their
//! answers are kept, and whoever would not is heard by somebody with a name. What a page shows is told without the page.

mod answer;
mod ask;
mod household;
mod import;
mod letter;
mod page;
mod rules;
mod settings;

pub use answer::{Answered, Asking, Given, Link, answer, answer_as, decline, look};
pub use ask::{Visit, visited, waiting};
pub use import::{Brought, COLUMNS, Row, bring_in};
pub use page::{Group, Page, Question, page};
pub use rules::Rules;
pub use settings::{FIELDS, Setting, set, setting};

pub use anteroom_store::surveys::Filter;
pub use anteroom_store::surveys::answers::{Closing, Listed, Scores};

pub(crate) use ask::{Came, came, resolved};
pub(crate) use letter::addressed;
pub(crate) use page::{asked, months, tally};
