//! Values on their way into and out of rows: the four kinds that both databases keep alike.

use anteroom_core::{Span, Time, ids};

use crate::StoreError;

/// What a column can hold. Booleans are 0 and 1, instants and spans microseconds, ids 16 bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// Nothing.
    Null,
    /// BIGINT.
    Int(i64),
    /// TEXT.
    Text(String),
    /// BYTES.
    Bytes(Vec<u8>),
}

/// The parameters of a statement, in order, each by `Value::from`.
#[macro_export]
macro_rules! params {
    ($($value:expr),* $(,)?) => { ::std::vec![$($crate::Value::from($value)),*] };
}

/// A row of a result, owned.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row(pub(crate) Vec<Value>);

impl Row {
    /// The column at `index`, from 0. `StoreError::Wrong` if there is none or it holds another type.
    pub fn get<T: FromValue>(&self, index: usize) -> Result<T, StoreError> {
        let value = self.0.get(index);
        value.and_then(T::from_value).ok_or_else(|| {
            let held = match value {
                None => "no such column",
                Some(Value::Null) => "NULL",
                Some(Value::Int(_)) => "BIGINT",
                Some(Value::Text(_)) => "TEXT",
                Some(Value::Bytes(_)) => "BYTES",
            };
            StoreError::Wrong(format!(
                "column {index} is {held}, wanted {}",
                std::any::type_name::<T>()
            ))
        })
    }

    /// How many columns.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether the row has no columns.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// What a column can be read as.
pub trait FromValue: Sized {
    /// `None` if the value is of another type, or out of range.
    fn from_value(value: &Value) -> Option<Self>;
}

impl FromValue for Value {
    fn from_value(value: &Value) -> Option<Self> {
        Some(value.clone())
    }
}

impl FromValue for i64 {
    fn from_value(value: &Value) -> Option<Self> {
        if let Value::Int(int) = value {
            Some(*int)
        } else {
            None
        }
    }
}

impl FromValue for bool {
    fn from_value(value: &Value) -> Option<Self> {
        match value {
            Value::Int(0) => Some(false),
            Value::Int(1) => Some(true),
            _ => None,
        }
    }
}

impl FromValue for String {
    fn from_value(value: &Value) -> Option<Self> {
        if let Value::Text(text) = value {
            Some(text.clone())
        } else {
            None
        }
    }
}

impl FromValue for Vec<u8> {
    fn from_value(value: &Value) -> Option<Self> {
        if let Value::Bytes(bytes) = value {
            Some(bytes.clone())
        } else {
            None
        }
    }
}

impl<const N: usize> FromValue for [u8; N] {
    fn from_value(value: &Value) -> Option<Self> {
        if let Value::Bytes(bytes) = value {
            bytes.as_slice().try_into().ok()
        } else {
            None
        }
    }
}

impl<T: FromValue> FromValue for Option<T> {
    fn from_value(value: &Value) -> Option<Self> {
        if matches!(value, Value::Null) {
            Some(None)
        } else {
            T::from_value(value).map(Some)
        }
    }
}

impl From<i64> for Value {
    fn from(int: i64) -> Self {
        Self::Int(int)
    }
}

impl From<bool> for Value {
    fn from(yes: bool) -> Self {
        Self::Int(i64::from(yes))
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<&String> for Value {
    fn from(text: &String) -> Self {
        Self::Text(text.clone())
    }
}

impl From<Vec<u8>> for Value {
    fn from(bytes: Vec<u8>) -> Self {
        Self::Bytes(bytes)
    }
}

impl From<&[u8]> for Value {
    fn from(bytes: &[u8]) -> Self {
        Self::Bytes(bytes.to_vec())
    }
}

impl<const N: usize> From<[u8; N]> for Value {
    fn from(bytes: [u8; N]) -> Self {
        Self::Bytes(bytes.to_vec())
    }
}

impl<const N: usize> From<&[u8; N]> for Value {
    fn from(bytes: &[u8; N]) -> Self {
        Self::Bytes(bytes.to_vec())
    }
}

impl<T> From<Option<T>> for Value
where
    Value: From<T>,
{
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Self::from)
    }
}

impl From<Time> for Value {
    fn from(at: Time) -> Self {
        Self::Int(at.micros())
    }
}

impl FromValue for Time {
    fn from_value(value: &Value) -> Option<Self> {
        i64::from_value(value).map(Self::from_micros)
    }
}

impl From<Span> for Value {
    fn from(span: Span) -> Self {
        Self::Int(span.micros())
    }
}

impl FromValue for Span {
    fn from_value(value: &Value) -> Option<Self> {
        i64::from_value(value).map(Self::from_micros)
    }
}

macro_rules! ids {
    ($($name:ident)+) => { $(
        impl From<ids::$name> for Value {
            fn from(id: ids::$name) -> Self {
                Self::Bytes(id.bytes().to_vec())
            }
        }

        impl FromValue for ids::$name {
            fn from_value(value: &Value) -> Option<Self> {
                <[u8; 16]>::from_value(value).map(Self)
            }
        }
    )+ };
}

ids! {
    OrganisationId PracticeId AccountId MemberId TeamId LocationId LineId PersonId PatientId ContactPointId RequestId
    ClockId EntryId EventId MessageId InvitationId DataKeyId ResetId InboxId AlertId AuditId JobId HoursId
    ShiftId DutyId AnsweringId SpellId ToScheduleId TryId BulkId ViewId SurveyId AnswerId
    ArticleId CategoryId OpinionId SiteWorkId SiteVisitId
    CallId VisitId DepartureId
}

#[cfg(test)]
mod tests {
    use super::*;
    use anteroom_core::ids::RequestId;

    #[test]
    fn a_row_gives_back_what_was_put_in() {
        let id = RequestId([7; 16]);
        let row = Row(params![
            42,
            true,
            "words",
            id,
            Time::from_micros(-1),
            None::<i64>,
            vec![1_u8]
        ]);
        assert_eq!(row.get(0), Ok(42_i64));
        assert_eq!(row.get(1), Ok(true));
        assert_eq!(row.get(2), Ok("words".to_owned()));
        assert_eq!(row.get(3), Ok(id));
        assert_eq!(row.get(4), Ok(Time::from_micros(-1)));
        assert_eq!(row.get(5), Ok(None::<i64>));
        assert_eq!(row.get(6), Ok(vec![1_u8]));
    }

    #[test]
    fn a_column_read_as_another_type_is_an_error_that_does_not_say_the_value() {
        let error = Row(params!["a patient's words"])
            .get::<i64>(0)
            .expect_err("text is no number");
        assert_eq!(error.to_string(), "wrong value: column 0 is TEXT, wanted i64");
        assert!(
            Row(params![[1_u8; 15]]).get::<RequestId>(0).is_err(),
            "15 bytes are no id"
        );
        assert!(Row(params![2]).get::<bool>(0).is_err(), "2 is no boolean");
        assert!(Row(params![]).get::<i64>(0).is_err(), "there is no such column");
    }
}
