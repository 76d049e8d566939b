//! No letter reaches anybody twice, whatever crashed between the mail server's yes and the row that says so.

use super::{Checker, World, holds};

pub(super) struct Letters;

impl Checker for Letters {
    fn name(&self) -> &'static str {
        "no letter goes out twice"
    }

    fn look(&mut self, world: &World) -> Result<u64, String> {
        for (letter, times) in &world.post {
            holds(*times == 1, || format!("letter {letter} was taken {times} times"))?;
        }
        Ok(world.post.len() as u64)
    }
}
