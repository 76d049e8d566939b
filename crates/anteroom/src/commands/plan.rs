//! `anteroom plan`: queueing figures for whoever asks, without a practice and without a database.

use anteroom_capacity::erlang::{self, Demand, Queue, Target};
use anyhow::bail;
use clap::{Args, Subcommand, ValueEnum};
use jiff::SignedDuration;
use serde::Serialize;

use super::report::Format;
use crate::world;

/// What to reckon.
#[derive(Debug, Subcommand)]
pub enum Plan {
    /// What so many people make of a queue
    Erlang(Erlang),
    /// The least people who answer a share in time
    People(People),
}

/// What those do who find nobody free.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Model {
    /// Erlang A: they wait, and give up when their patience ends
    A,
    /// Erlang B: they are lost at once
    B,
    /// Erlang C: they wait as long as it takes
    C,
}

/// What comes in.
#[derive(Debug, Args)]
pub struct Comes {
    /// What those do who find nobody free
    #[arg(long, value_enum)]
    model: Model,
    /// How many come
    #[arg(long, allow_negative_numbers = true)]
    arrivals: f64,
    /// In this time: 30m, 1h, 90s
    #[arg(long, value_parser = seconds, allow_hyphen_values = true)]
    per: f64,
    /// The mean time that one takes
    #[arg(long, value_parser = seconds, allow_hyphen_values = true)]
    handling: f64,
    /// The mean time after which one gives up, for model a
    #[arg(long, value_parser = seconds, allow_hyphen_values = true)]
    patience: Option<f64>,
    /// The time in which one should be answered
    #[arg(long, value_parser = seconds, allow_hyphen_values = true, default_value = "20s")]
    within: f64,
    /// Sentences or JSON
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
}

/// What so many people make of a queue.
#[derive(Debug, Args)]
pub struct Erlang {
    #[command(flatten)]
    comes: Comes,
    /// How many people answer
    #[arg(long)]
    people: u32,
}

/// The least people who answer a share in time.
#[derive(Debug, Args)]
pub struct People {
    #[command(flatten)]
    comes: Comes,
    /// The share of all who come that is answered in time: 0.8
    #[arg(long, allow_negative_numbers = true)]
    answer: f64,
    /// The most of their time that people may be busy: 0.85
    #[arg(long, allow_negative_numbers = true)]
    occupancy: Option<f64>,
}

#[derive(Debug, Serialize)]
struct Figures {
    #[serde(skip_serializing_if = "Option::is_none")]
    people: Option<u32>,
    p_wait: f64,
    p_abandon: f64,
    mean_wait_s: f64,
    mean_queue: f64,
    occupancy: f64,
    service_level: f64,
}

/// Reads `20s`, `3m`, `1h 30m` or `1.5h`, as seconds.
fn seconds(text: &str) -> Result<f64, String> {
    let length: Result<SignedDuration, _> = text.parse();
    length
        .map(|length| length.as_secs_f64())
        .map_err(|_| format!("{text:?} is no length of time; write 20s, 3m, 1h 30m or 1.5h"))
}

impl Plan {
    /// Prints it.
    pub fn run(&self) -> anyhow::Result<()> {
        match self {
            Self::Erlang(erlang) => erlang.print(),
            Self::People(people) => people.print(),
        }
    }
}

impl Comes {
    fn model(&self) -> anyhow::Result<erlang::Model> {
        Ok(match (self.model, self.patience) {
            (Model::A, Some(patience)) => erlang::Model::Impatient { patience },
            (Model::A, None) => bail!("model a asks how long people wait before they give up: --patience 5m"),
            (Model::B, _) => erlang::Model::Lost,
            (Model::C, _) => erlang::Model::Patient,
        })
    }

    fn demand(&self) -> anyhow::Result<Demand> {
        Ok(Demand::new(self.arrivals, self.per, self.handling)?)
    }

    fn say(&self, people: u32, named: bool, queue: &Queue) -> anyhow::Result<()> {
        let figures = Figures {
            people: named.then_some(people),
            p_wait: queue.p_wait(),
            p_abandon: queue.p_abandon(),
            mean_wait_s: queue.mean_wait(),
            mean_queue: queue.mean_queue(),
            occupancy: queue.occupancy(),
            service_level: queue.answered_within(self.within)?,
        };
        match self.format {
            Format::Json => world::say(&serde_json::to_string(&figures)?),
            Format::Text => world::say(&text(people, self.within, &figures)),
        }
    }
}

fn text(people: u32, within: f64, figures: &Figures) -> String {
    let percent = |share: f64| format!("{:.2} %", share * 100.0);
    format!(
        "{people} people, busy {} of their time\n{} answered within {within} s\n{} find nobody free, {} are never answered\n\
         {:.2} s in the queue on average, {:.2} waiting on average",
        percent(figures.occupancy),
        percent(figures.service_level),
        percent(figures.p_wait),
        percent(figures.p_abandon),
        figures.mean_wait_s,
        figures.mean_queue,
    )
}

impl Erlang {
    fn print(&self) -> anyhow::Result<()> {
        let queue = Queue::new(self.comes.model()?, self.comes.demand()?, self.people)?;
        self.comes.say(self.people, false, &queue)
    }
}

impl People {
    fn print(&self) -> anyhow::Result<()> {
        let target = Target {
            answer: self.answer,
            within: self.comes.within,
            occupancy: self.occupancy,
        };
        let (people, queue) = erlang::people(self.comes.model()?, self.comes.demand()?, target)?;
        self.comes.say(people, true, &queue)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_length_of_time_is_read_as_people_write_it() {
        for (text, right) in [
            ("20s", 20.0),
            ("3m", 180.0),
            ("1h 30m", 5400.0),
            ("1.5h", 5400.0),
            ("-3m", -180.0),
        ] {
            assert!((seconds(text).expect(text) - right).abs() < 1e-9, "{text}");
        }
        for text in ["", "3", "soon", "1e400s"] {
            assert!(seconds(text).is_err(), "{text}");
        }
    }
}
