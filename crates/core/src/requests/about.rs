//! Whom a request is about, as a person set it, and what the scheduling team tells its thread.

use super::{Change, Refusal, Request};
use crate::appointments;
use crate::ids::{PatientId, ToScheduleId};

impl Request {
    /// A member says whom it is about, or that nobody knows. It touches neither state nor clock.
    pub fn concern(&mut self, patient: Option<PatientId>) -> Result<Vec<Change>, Refusal> {
        self.workable()?;
        if self.patient == patient {
            return Err(Refusal::AlreadySo);
        }
        let from = std::mem::replace(&mut self.patient, patient);
        Ok(self.done(vec![Change::About { from, to: patient }]))
    }

    /// A visit is to be agreed on, was booked, or is not pursued. It answers nobody: the reply that says so does.
    pub fn scheduling(
        &mut self,
        item: ToScheduleId,
        state: appointments::State,
    ) -> Result<Vec<Change>, Refusal> {
        self.workable()?;
        Ok(self.done(vec![Change::Scheduling { item, state }]))
    }
}
