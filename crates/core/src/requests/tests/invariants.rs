//! Whatever is done to a request, in whatever order: what always holds.

use proptest::prelude::*;

use super::*;

/// Something that is asked of a request, as likely to be refused as not.
#[derive(Debug, Clone, Copy)]
enum Act {
    Say { thanks: bool },
    NotJustThanks,
    Reply { via: Via, after: After },
    TakeBack,
    Settle,
    Undelivered,
    Note,
    Attempt,
    Assign(Option<MemberId>),
    Snooze { hours: i64 },
    Wake,
    Reopen,
    Resolve(Option<NoReply>),
    Lapse,
    Warn,
    Retime,
}

fn act() -> impl Strategy<Value = Act> {
    let via = prop::sample::select(Via::ALL);
    let after = prop::sample::select(&[After::Wait, After::KeepOpen, After::Close][..]);
    let member = prop::option::of(prop::sample::select(&[ANNA, BEN][..]));
    let reason = prop::option::of(prop::sample::select(NoReply::ALL));
    prop_oneof![
        4 => any::<bool>().prop_map(|thanks| Act::Say { thanks }),
        1 => Just(Act::NotJustThanks),
        4 => (via, after).prop_map(|(via, after)| Act::Reply { via, after }),
        1 => Just(Act::TakeBack),
        3 => Just(Act::Settle),
        1 => Just(Act::Undelivered),
        1 => Just(Act::Note),
        1 => Just(Act::Attempt),
        1 => member.prop_map(Act::Assign),
        1 => (0_i64..60).prop_map(|hours| Act::Snooze { hours }),
        1 => Just(Act::Wake),
        1 => Just(Act::Reopen),
        2 => reason.prop_map(Act::Resolve),
        1 => Just(Act::Lapse),
        1 => Just(Act::Warn),
        1 => Just(Act::Retime),
    ]
}

/// From no time at all over the length of an undo to longer than any reopening.
fn pause() -> impl Strategy<Value = Span> {
    let seconds = [
        0,
        1,
        9,
        10,
        60,
        600,
        1_800,
        36_000,
        86_400,
        8 * 86_400,
        31 * 86_400,
    ];
    prop::sample::select(seconds.map(Span::from_secs).to_vec())
}

/// A story that remembers what its acts are about, and what its clocks did.
struct Life {
    story: Story,
    now: Time,
    thanks: Option<(EntryId, Time)>,
    reply: Option<EntryId>,
    running: Option<Clock>,
    answered: Option<Clock>,
    state: State,
    /// What the last spell that began holds.
    spell: Stand,
}

impl Life {
    fn new(obliged: bool) -> Self {
        let story = Story::of(
            &Opening {
                obliged,
                ..opening(1)
            },
            office(),
            Rules::default(),
            at("Mon 09:00"),
        );
        let running = story.request.clock;
        let mut spells = story.log.iter().filter_map(|change| match change {
            Change::Spell(stand) => Some(*stand),
            _ => None,
        });
        let spell = spells.next_back().expect("it begins with a spell");
        Self {
            spell,
            story,
            now: at("Mon 09:00"),
            thanks: None,
            reply: None,
            running,
            answered: None,
            state: State::New,
        }
    }

    fn perform(&mut self, act: Act) -> Done {
        let (now, rules) = (self.now, self.story.rules);
        match act {
            Act::Say { thanks } => self.say(thanks),
            Act::NotJustThanks => {
                let (entry, at) = self.thanks.take().ok_or(Refusal::AlreadySo)?;
                let words = Words {
                    entry,
                    ..self.story.words(at, false)
                };
                self.story
                    .request
                    .not_just_thanks(&words, &rules, &self.story.hours)
            }
            Act::Reply { via, after } => {
                let (entry, done) = self.story.reply(ANNA, now, via, after);
                self.reply = Some(entry);
                done
            }
            Act::TakeBack => self
                .story
                .request
                .take_back(self.reply.ok_or(Refusal::NothingPending)?, now),
            Act::Settle => self.story.settle(now),
            Act::Undelivered => {
                let clock = self.answered.take().ok_or(Refusal::AlreadySo)?;
                self.story
                    .request
                    .undelivered(clock, now, &rules, &self.story.hours)
            }
            Act::Retime => {
                let longer = self.story.hours.opening_on(jiff::civil::date(2026, 1, 5))[0]
                    .to
                    .hour()
                    == 17;
                self.story.hours = open(if longer {
                    "Mon-Fri 08:00-19:30"
                } else {
                    "Mon-Fri 08:00-17:00"
                });
                self.story.request.retime(now, &rules, &self.story.hours)
            }
            Act::Note => self.story.request.note(EntryId([5; 16])),
            Act::Attempt => self.story.request.attempt(EntryId([6; 16])),
            Act::Assign(member) => self.story.request.assign(member, None, now),
            Act::Snooze { hours } => self.story.request.snooze(Snooze {
                at: now,
                until: now + Span::from_hours(hours),
            }),
            Act::Wake => self.story.request.wake(now),
            Act::Reopen => self.story.request.reopen(now),
            Act::Resolve(reason) => {
                let closing = Closing {
                    at: now,
                    reason,
                    seen: self.story.request.version,
                };
                self.story.request.resolve(&closing, &self.story.hours)
            }
            Act::Lapse => self.story.request.lapse(now, &rules),
            Act::Warn => self.story.request.warn(now, &rules, &self.story.hours),
        }
    }

    fn say(&mut self, thanks: bool) -> Done {
        let (entry, heard) = self.story.hear(self.now, thanks);
        if thanks {
            self.thanks = Some((entry, self.now));
        }
        match heard {
            Heard::Here(changes) => Ok(changes),
            Heard::Anew | Heard::AtSurvivor(_) => Err(Refusal::Closed),
        }
    }

    /// Follows one change, and holds what the change alone can break.
    fn follow(&mut self, change: &Change) {
        match *change {
            Change::State { from, to } => {
                assert_eq!(from, self.state, "a state is left as it was entered");
                self.state = to;
            }
            Change::Spell(stand) => {
                assert_ne!(stand, self.spell, "no spell begins where one lasts");
                self.spell = stand;
            }
            Change::ClockStarted(clock) | Change::ClockResumed(clock) => {
                assert_eq!(self.running, None, "one clock at most");
                self.running = Some(clock);
            }
            Change::ClockMoved(clock) => {
                assert_eq!(self.running.map(|clock| clock.id), Some(clock.id));
                self.running = Some(clock);
            }
            Change::ClockWarned(id) => {
                let running = self.running.as_mut().expect("a clock that warns runs");
                assert_eq!((running.id, running.warned_at), (id, None));
                running.warned_at = Some(self.now);
            }
            Change::ClockCalmed(id) => {
                let running = self.running.expect("a clock that will warn runs");
                assert_eq!((running.id, running.warned_at), (id, None));
            }
            Change::ClockEnded { clock, ended, entry } => self.end(clock, ended, entry),
            _ => {}
        }
    }

    fn end(&mut self, clock: ClockId, ended: Ended, entry: Option<EntryId>) {
        if self.running.is_some_and(|running| running.id != clock) {
            assert_eq!(
                entry, None,
                "a reply that reached nobody: its words join an older clock"
            );
            return;
        }
        let running = self.running.take().expect("a clock that ends has run");
        assert!(
            ended.at >= running.started_at,
            "a clock never ends before it started"
        );
        assert!(ended.at <= self.now, "nothing ends in the future");
        assert_eq!(
            ended.open,
            self.story.hours.open_between(running.started_at, ended.at)
        );
        let late = ended.open > running.target;
        match ended.outcome {
            Outcome::Answered => self.answered = Some(running),
            Outcome::Missed => assert!(late),
            Outcome::Withdrawn => assert!(!late),
        }
        assert_eq!(
            ended.outcome == Outcome::Answered,
            entry.is_some(),
            "a reply answers, and only a reply"
        );
    }

    fn holds(&self) {
        let request = &self.story.request;
        assert_eq!(request.state, self.state);
        assert_eq!(request.clock, self.running);
        assert_eq!(
            request.due_at(),
            self.running.map_or(Time::MAX, |clock| clock.due_at)
        );
        let at_desk = matches!(request.state, State::New | State::Open);
        let waits = at_desk || self.running.is_some();
        assert_eq!(request.waits_for_practice(), waits);
        let state = self.state;
        assert_eq!(self.spell, Stand { state, waits }, "no act forgets its spell");
        assert_eq!(request.waiting_since.is_some(), request.state == State::Waiting);
        assert_eq!(request.snoozed_until.is_some(), request.state == State::Snoozed);
        assert_eq!(
            request.resolved_at.is_some(),
            matches!(request.state, State::Resolved | State::Closed)
        );
        if matches!(request.state, State::Resolved | State::Closed) {
            let answering = request.pending.is_some();
            assert!(
                request.clock.is_none() || answering,
                "nobody waits for an answer to what is done"
            );
        }
        assert!(request.spoke.version <= request.version);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(2_000) })]

    #[test]
    fn every_act_makes_one_version_or_leaves_everything_as_it_was(
        obliged in any::<bool>(),
        acts in prop::collection::vec((pause(), act()), 1..40),
    ) {
        let mut life = Life::new(obliged);
        for (pause, act) in acts {
            life.now = life.now + pause;
            let before = life.story.request.clone();
            if let Ok(changes) = life.perform(act) {
                prop_assert_eq!(life.story.request.version, before.version + 1);
                for change in ends_first(&changes) {
                    life.follow(change);
                }
            } else {
                prop_assert_eq!(&life.story.request, &before);
            }
            life.holds();
        }
    }
}

/// As the rows are written: a running clock ends before another starts.
fn ends_first(changes: &[Change]) -> impl Iterator<Item = &Change> {
    let ends = |change: &&Change| matches!(change, Change::ClockEnded { .. });
    changes
        .iter()
        .filter(ends)
        .chain(changes.iter().filter(move |change| !ends(change)))
}
