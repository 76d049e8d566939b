//! The practice's site: its help centre with articles and categories, who visits it, and the work it makes for the desk.

pub mod articles;
pub mod categories;
pub mod search;
pub mod visits;
pub mod work;
