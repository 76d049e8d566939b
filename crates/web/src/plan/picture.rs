//! The picture of a day's plan: a bar for each half hour's people on shift, and a line of those needed. It draws what it is handed.

use anteroom_app::plan::Plan;
use anteroom_core::promises::people::Half;

use crate::frame::Staff;
use crate::queue::counted;
use crate::today::Bar;

/// The height in the picture's own units; the page stretches it.
const HEIGHT: f64 = 140.0;
/// The width of a half hour.
const STEP: f64 = 24.0;

/// A bar, and whether it is high enough.
pub(super) struct Shift {
    pub at: Bar,
    /// `kept` or `broken`.
    pub class: &'static str,
}

/// The picture, ready to be drawn.
pub(super) struct Picture {
    pub width: String,
    /// What it shows, in a sentence.
    pub label: String,
    pub bars: Vec<Shift>,
    /// The people needed, as an SVG path.
    pub needed: String,
    /// The first half hour and the last, beneath the picture's ends.
    pub ends: [String; 2],
}

fn float(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}

fn needed(half: &Half) -> f64 {
    half.on_shift - half.spare()
}

impl Picture {
    pub(super) fn new(f: &Staff, plan: &Plan) -> Self {
        let halves = &plan.halves;
        let most = halves.iter().map(|half| half.on_shift.max(needed(half)));
        let most = most.fold(1.0, f64::max) * 1.1;
        let tall = |people: f64| people / most * HEIGHT;
        let bars = halves.iter().enumerate().map(|(at, half)| Shift {
            at: Bar {
                x: format!("{:.1}", float(at) * STEP + STEP * 0.1),
                y: format!("{:.1}", HEIGHT - tall(half.on_shift)),
                width: format!("{:.1}", STEP * 0.8),
                height: format!("{:.1}", tall(half.on_shift)),
            },
            class: if half.missing() == 0 { "kept" } else { "broken" },
        });
        let line = halves.iter().enumerate().map(|(at, half)| {
            let (from, y) = (float(at) * STEP, HEIGHT - tall(needed(half)));
            let pen = if at == 0 { 'M' } else { 'L' };
            format!("{pen}{from:.1} {y:.1}H{:.1}", from + STEP)
        });
        let top = halves.iter().max_by_key(|half| half.needed);
        let label = top.map_or_else(String::new, |half| {
            let n = counted(f.w, half.needed);
            f.w.with2("plan-picture", ("n", n), ("clock", f.when.clock(half.at)))
        });
        let ends = [halves.first(), halves.last()];
        Self {
            width: format!("{:.0}", float(halves.len()) * STEP),
            label,
            bars: if plan.rostered { bars.collect() } else { Vec::new() },
            needed: line.collect(),
            ends: ends.map(|half| half.map_or_else(String::new, |half| f.when.clock(half.at))),
        }
    }
}
