//! What an alert does to its request: nothing but to be told. It moves no clock and no state, since to see to danger is not
//! yet to answer.

use super::{Change, Request};
use crate::Span;
use crate::ids::AlertId;

impl Request {
    /// Somebody more is rung for words of danger.
    pub fn ring(&mut self, alert: AlertId, step: i64) -> Vec<Change> {
        self.done(vec![Change::Rung { alert, step }])
    }

    /// Somebody sees to words of danger. Never refused: a request that was closed meanwhile still rang.
    pub fn acknowledge(&mut self, alerts: &[(AlertId, Span)]) -> Vec<Change> {
        let acknowledged = alerts
            .iter()
            .map(|(alert, took)| Change::Acknowledged {
                alert: *alert,
                took: *took,
            })
            .collect();
        self.done(acknowledged)
    }
}
