//! A node's pages on sockets: how many connections there are, and for how long one that says nothing may stay. It knows no
//! page.

mod hall;

use std::io::ErrorKind;
use std::net::SocketAddr;
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use anteroom_app::App;
use anteroom_core::{Span, limits};
use axum::Router;
use axum::extract::ConnectInfo;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::{GracefulShutdown, Watcher};
use tokio::net::{TcpListener, TcpStream};
use tokio_io_timeout::TimeoutStream;
use tower::ServiceExt;

use crate::table::{build, routes};
use crate::{Web, WebConfig};

pub(crate) use hall::Guest;
use hall::{Hall, Place};

/// How many connections there may be, and how long each may keep us waiting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Patience {
    /// Connections at once; one more takes the place of the one that has been quiet longest.
    pub connections: usize,
    /// Until the whole head of a request is there, the first or the next.
    pub head: Duration,
    /// Until the whole body of a form is there.
    pub body: Duration,
    /// For the other side to take a piece of an answer.
    pub write: Duration,
    /// After the word to stop, for the answers that were begun.
    pub drain: Duration,
}

impl Default for Patience {
    fn default() -> Self {
        let time = |span: Span| Duration::from_micros(span.micros().unsigned_abs());
        Self {
            connections: limits::CONNECTIONS,
            head: time(limits::HEAD_WAIT),
            body: time(limits::BODY_WAIT),
            write: time(limits::TAKE_WAIT),
            drain: time(limits::DRAIN),
        }
    }
}

/// Where no connection could be taken, how long the machine gets to free something.
const BREATH: Duration = Duration::from_millis(100);

/// Serves until `stop` comes; answers that were begun are finished first, for as long as [`Patience::drain`].
pub async fn serve(
    listener: TcpListener,
    app: App,
    config: WebConfig,
    stop: impl Future<Output = ()> + Send + 'static,
) -> std::io::Result<()> {
    let patience = config.patience;
    let web = Web::new(app, config);
    let pages = build(&web, routes());
    let hall = Hall::new(patience.connections);
    let open = GracefulShutdown::new();
    let mut stop = pin!(stop);
    loop {
        let came = tokio::select! {
            () = &mut stop => break,
            came = next(&listener, &hall) => came,
        };
        if let Some((socket, peer, place)) = came {
            tokio::spawn(attend(
                pages.clone(),
                (socket, peer),
                place,
                patience,
                open.watcher(),
            ));
        }
    }
    drop(listener);
    web.live.stop();
    tokio::select! {
        () = open.shutdown() => {}
        () = tokio::time::sleep(patience.drain) => tracing::warn!("stopped before every answer was taken"),
    }
    Ok(())
}

/// The next connection and its place; none where the machine could not give it.
async fn next(listener: &TcpListener, hall: &Arc<Hall>) -> Option<(TcpStream, SocketAddr, Place)> {
    match listener.accept().await {
        Ok((socket, peer)) => Some((socket, peer, hall.place().await)),
        Err(error) => {
            let gone = [
                ErrorKind::ConnectionRefused,
                ErrorKind::ConnectionAborted,
                ErrorKind::ConnectionReset,
            ];
            if !gone.contains(&error.kind()) {
                tracing::error!(%error, "can't take a connection");
                hall.make_room();
                tokio::time::sleep(BREATH).await;
            }
            None
        }
    }
}

/// Answers on one connection until either side has enough.
async fn attend(
    pages: Router,
    (socket, peer): (TcpStream, SocketAddr),
    place: Place,
    patience: Patience,
    watcher: Watcher,
) {
    let guest = Arc::clone(&place.guest);
    let service = service_fn(move |mut request: hyper::Request<hyper::body::Incoming>| {
        let (pages, guest) = (pages.clone(), guest.clone());
        request.extensions_mut().insert(ConnectInfo(peer));
        request.extensions_mut().insert(Arc::clone(&guest));
        async move {
            guest.busy();
            let answer = pages.oneshot(request).await;
            guest.quiet();
            answer
        }
    });
    // A small answer must not wait for another one to fill its packet; where the system can't, it is only slower.
    drop(socket.set_nodelay(true));
    let mut io = TimeoutStream::new(socket);
    io.set_write_timeout(Some(patience.write));
    let connection = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(patience.head)
        .max_buf_size(limits::HEAD_BYTES)
        .serve_connection(TokioIo::new(Box::pin(io)), service);
    tokio::select! {
        ended = watcher.watch(connection) => {
            if let Err(error) = ended {
                tracing::debug!(%error, "a connection broke off");
            }
        }
        () = place.guest.asked_to_leave() => {}
    }
}

#[cfg(test)]
mod tests;
