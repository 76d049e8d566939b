//! One screen: the queue of what it has still to be told, and the body of its answer. A screen that takes nothing is told to
//! load its page again, once it takes something, instead of everything that it missed.

use std::convert::Infallible;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};

use anteroom_core::limits;
use hyper::body::{Body, Bytes, Frame};
use tokio::sync::mpsc;

use crate::i18n::Tongue;
use crate::seat::Seat;
use crate::serve::Guest;

/// The feed's end of a screen.
pub(super) struct Screen {
    pub(super) seat: Seat,
    pub(super) tongue: Tongue,
    to: mpsc::Sender<Bytes>,
    /// It missed something.
    behind: bool,
}

/// The browser's end: what the stream's answer is made of.
pub(super) struct Stream {
    from: mpsc::Receiver<Bytes>,
    guest: Option<Arc<Guest>>,
    /// Its place in the hall is said to be in use.
    seated: bool,
}

impl Screen {
    pub(super) fn new(seat: Seat, tongue: &Tongue) -> (Self, Stream) {
        let (to, from) = mpsc::channel(limits::LIVE_QUEUE);
        let screen = Self {
            seat,
            tongue: tongue.clone(),
            to,
            behind: false,
        };
        let stream = Stream {
            from,
            guest: None,
            seated: false,
        };
        (screen, stream)
    }

    /// Tells it something, or that it missed something; `again` says the latter. `false` once it is gone.
    pub(super) fn tell(&mut self, frame: &Bytes, again: &Bytes) -> bool {
        if self.behind {
            self.behind = self.to.try_send(again.clone()).is_err();
        }
        if !self.behind {
            self.behind = self.to.try_send(frame.clone()).is_err();
        }
        !self.to.is_closed()
    }
}

impl Stream {
    /// The same on a connection whose place it keeps.
    pub(super) fn of(self, guest: Option<Arc<Guest>>) -> Self {
        Self { guest, ..self }
    }
}

impl Body for Stream {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        // The head of the answer is out, after which the connection counts as quiet: it isn't, for as long as this lasts.
        if let (false, Some(guest)) = (self.seated, &self.guest) {
            guest.busy();
            self.seated = true;
        }
        let next = self.from.poll_recv(context);
        if let (Poll::Ready(None), Some(guest)) = (&next, self.guest.take()) {
            guest.quiet();
        }
        next.map(|bytes| bytes.map(|bytes| Ok(Frame::data(bytes))))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::House;

    fn bytes(text: &'static str) -> Bytes {
        Bytes::from_static(text.as_bytes())
    }

    #[tokio::test]
    async fn a_screen_that_takes_nothing_is_told_to_load_again_and_its_queue_stays_short() {
        let house = House::harbor().await;
        let (mut screen, mut stream) =
            Screen::new(house.seat("Maria Reyes", "harbor").await, &Tongue::default());
        for _ in 0..10 * limits::LIVE_QUEUE {
            assert!(screen.tell(&bytes("changed"), &bytes("again")));
        }
        let mut told = Vec::new();
        while let Ok(frame) = stream.from.try_recv() {
            told.push(frame);
        }
        assert_eq!(told.len(), limits::LIVE_QUEUE);
        assert!(screen.tell(&bytes("later"), &bytes("again")));
        assert_eq!(stream.from.try_recv(), Ok(bytes("again")));
        assert_eq!(stream.from.try_recv(), Ok(bytes("later")));
        drop(stream);
        assert!(!screen.tell(&bytes("nobody"), &bytes("again")), "it is gone");
    }
}
