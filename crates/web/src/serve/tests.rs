use std::time::Duration;

use anteroom_core::Span;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::sync::oneshot;
use tokio::task::JoinHandle;
use tokio::time::timeout;

use super::*;
use crate::testing::House;
use crate::{Intake, Rate};

/// Longer than any answer takes here, and shorter than the patience that a test leaves as it is.
const SOON: Duration = Duration::from_secs(10);
const SHORT: Duration = Duration::from_millis(100);
const PAGE: &str = "GET /harbor HTTP/1.1\r\nhost: desk.example\r\n\r\n";
const HALF_HEAD: &str = "GET /harbor HTTP/1.1\r\nho";
const HALF_BODY: &str = "POST /harbor/ask HTTP/1.1\r\nhost: desk.example\r\n\
                         content-type: application/x-www-form-urlencoded\r\ncontent-length: 100\r\n\r\nwords=";

/// A patience that no test outlasts by accident.
fn long() -> Patience {
    Patience {
        head: Duration::from_hours(1),
        body: Duration::from_hours(1),
        write: Duration::from_hours(1),
        drain: Duration::from_hours(1),
        ..Patience::default()
    }
}

struct Node {
    address: SocketAddr,
    stop: oneshot::Sender<()>,
    ended: JoinHandle<std::io::Result<()>>,
}

impl Node {
    async fn of(patience: Patience) -> Self {
        let config = WebConfig {
            patience,
            ..WebConfig::default()
        };
        Self::with(config).await
    }

    async fn with(config: WebConfig) -> Self {
        Self::of_house(House::harbor().await, config).await
    }

    async fn of_house(house: House, config: WebConfig) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let (stop, stopped) = oneshot::channel();
        let stopped = async {
            stopped.await.unwrap();
        };
        let ended = tokio::spawn(serve(listener, house.app, config, stopped));
        Self { address, stop, ended }
    }

    /// A connection on which so much was said.
    async fn says(&self, text: &str) -> TcpStream {
        let mut socket = TcpStream::connect(self.address).await.unwrap();
        socket.write_all(text.as_bytes()).await.unwrap();
        socket
    }

    /// The status of what is answered.
    async fn answer(&self, text: &str) -> String {
        status(&mut self.says(text).await).await
    }
}

async fn status(socket: &mut TcpStream) -> String {
    let mut line = vec![0; "HTTP/1.1 200".len()];
    let read = timeout(SOON, socket.read_exact(&mut line))
        .await
        .expect("an answer in time");
    read.expect("an answer");
    String::from_utf8(line).unwrap()
}

/// All that is still said, up to the end of the connection.
async fn rest(socket: &mut TcpStream) -> String {
    let mut bytes = Vec::new();
    let ended = timeout(SOON, socket.read_to_end(&mut bytes));
    ended.await.expect("the connection ends").unwrap();
    String::from_utf8_lossy(&bytes).into_owned()
}

#[tokio::test]
async fn a_connection_that_never_says_what_it_wants_is_closed() {
    let node = Node::of(Patience {
        head: SHORT,
        ..long()
    })
    .await;
    for said in ["", HALF_HEAD] {
        let mut socket = node.says(said).await;
        assert!(!rest(&mut socket).await.contains("200 OK"), "{said:?}");
    }
    let mut kept = node.says(PAGE).await;
    assert_eq!(status(&mut kept).await, "HTTP/1.1 200");
    assert!(rest(&mut kept).await.contains("</html>"));
}

#[tokio::test]
async fn a_form_that_never_comes_to_its_end_is_told_so_and_closed() {
    let node = Node::of(Patience {
        body: SHORT,
        ..long()
    })
    .await;
    let mut socket = node.says(HALF_BODY).await;
    assert_eq!(status(&mut socket).await, "HTTP/1.1 408");
    let page = rest(&mut socket).await;
    assert!(page.contains("This took too long"), "{page}");
}

#[tokio::test]
async fn more_idle_connections_than_there_are_places_keep_no_page_waiting() {
    let patience = Patience {
        connections: 4,
        ..long()
    };
    for idle in ["", HALF_HEAD, HALF_BODY] {
        let node = Node::of(patience).await;
        let mut crowd = Vec::new();
        for _ in 0..20 {
            crowd.push(node.says(idle).await);
        }
        for _ in 0..3 {
            assert_eq!(node.answer(PAGE).await, "HTTP/1.1 200", "{idle:?}");
        }
        // The first of the crowd gave up its place.
        let mut first = crowd.remove(0);
        let mut byte = [0];
        let left = timeout(SOON, first.read(&mut byte)).await.expect("it is closed");
        assert!(matches!(left, Ok(0) | Err(_)), "{idle:?}");
    }
}

#[tokio::test]
async fn told_to_stop_it_lets_go_of_who_is_idle_and_finishes_what_was_begun() {
    let node = Node::of(long()).await;
    let mut idle = node.says("").await;
    let mut kept = node.says(PAGE).await;
    assert_eq!(status(&mut kept).await, "HTTP/1.1 200");
    let mut begun = node.says(HALF_BODY).await;
    // Its head was read once another connection, opened later, was answered.
    assert_eq!(node.answer(PAGE).await, "HTTP/1.1 200");
    node.stop.send(()).unwrap();
    rest(&mut kept).await;
    rest(&mut idle).await;
    begun.write_all(&[b'x'; 94]).await.unwrap();
    assert_eq!(status(&mut begun).await, "HTTP/1.1 422");
    rest(&mut begun).await;
    timeout(SOON, node.ended)
        .await
        .expect("it ends")
        .unwrap()
        .unwrap();
    assert!(TcpStream::connect(node.address).await.is_err());
}

#[tokio::test]
async fn told_to_stop_it_waits_for_nobody_for_ever() {
    let node = Node::of(Patience {
        drain: SHORT,
        ..long()
    })
    .await;
    let begun = node.says(HALF_BODY).await;
    assert_eq!(node.answer(PAGE).await, "HTTP/1.1 200");
    node.stop.send(()).unwrap();
    timeout(SOON, node.ended)
        .await
        .expect("it ends")
        .unwrap()
        .unwrap();
    drop(begun);
}

#[tokio::test]
async fn told_to_stop_it_ends_the_streams_of_screens_at_once_and_until_then_gives_their_places_to_nobody() {
    let house = House::harbor().await;
    let maria = house.signed_in("Maria Reyes", "harbor").await;
    let secret = &maria.cookies[crate::seat::COOKIE_NAME];
    let stream = format!(
        "GET /desk/harbor/live HTTP/1.1\r\nhost: desk.example\r\naccept: text/event-stream\r\n\
         cookie: {}={secret}\r\n\r\n",
        crate::seat::COOKIE_NAME
    );
    let node = Node::of_house(
        house,
        WebConfig {
            patience: Patience {
                connections: 2,
                ..long()
            },
            ..WebConfig::default()
        },
    )
    .await;
    let mut screen = node.says(&stream).await;
    assert_eq!(status(&mut screen).await, "HTTP/1.1 200");
    for _ in 0..3 {
        // Each is quieter than the stream, and leaves for the next.
        assert_eq!(node.answer(PAGE).await, "HTTP/1.1 200");
    }
    node.stop.send(()).unwrap();
    timeout(SOON, node.ended)
        .await
        .expect("it ends")
        .unwrap()
        .unwrap();
    let said = rest(&mut screen).await;
    assert!(
        said.contains("event: again"),
        "it was there all the while: {said}"
    );
}

async fn tries(config: WebConfig) -> Vec<String> {
    let slow = Rate {
        burst: 2,
        every: Span::from_hours(1),
    };
    let intake = Intake {
        address: slow,
        practice: Intake::OPEN.practice,
    };
    let node = Node::with(WebConfig { intake, ..config }).await;
    let mut answers = Vec::new();
    for last in 1..=3 {
        let body = "login=x&password=x";
        let form = format!(
            "POST /desk/session HTTP/1.1\r\nhost: desk.example\r\nx-forwarded-for: 192.0.2.{last}\r\n\
             content-type: application/x-www-form-urlencoded\r\ncontent-length: {}\r\n\r\n{body}",
            body.len()
        );
        answers.push(node.answer(&form).await);
    }
    answers
}

#[tokio::test]
async fn who_may_send_how_many_forms_is_told_apart_behind_a_named_proxy_and_by_no_forged_header() {
    let [wrong, many] = ["HTTP/1.1 422", "HTTP/1.1 429"];
    assert_eq!(tries(WebConfig::default()).await, [wrong, wrong, many]);
    let behind = WebConfig {
        proxies: vec!["127.0.0.1".parse().unwrap()],
        ..WebConfig::default()
    };
    assert_eq!(tries(behind).await, [wrong, wrong, wrong]);
}
