//! Mail by SMTP (RFC 5321): one connection a letter, to an address that the wall let through, encrypted as the practice
//! says. It tells what surely was not taken from what may have been, and keeps to its time whatever the server does.

mod letter;

use std::net::SocketAddr;
use std::time::Duration;

use anteroom_app::letters::{Carrier, Doing, Mail, Server};
use anteroom_core::limits;
use anteroom_core::messages::{Carried, Security, Why};
use lettre::Address;
use lettre::transport::smtp::Error;
use lettre::transport::smtp::authentication::{Credentials, Mechanism};
use lettre::transport::smtp::client::{AsyncSmtpConnection, Certificate, TlsParameters};
use lettre::transport::smtp::commands::{Data, Mail as From, Rcpt};
use lettre::transport::smtp::extension::{ClientId, Extension, MailParameter};
use tokio::time::timeout;

use crate::egress::{Stopped, Wall};

/// Carries letters by SMTP.
pub struct Smtp {
    wall: Wall,
    roots: Vec<Certificate>,
    wait: Duration,
}

/// A text that holds no certificates.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoCertificates;

impl Smtp {
    /// Behind this wall, trusting the authorities that browsers trust.
    pub fn new(wall: Wall) -> Self {
        let wait = u64::try_from(limits::SMTP_WAIT.micros()).unwrap_or(0);
        Self {
            wall,
            roots: Vec::new(),
            wait: Duration::from_micros(wait),
        }
    }

    /// The same with another patience for each half of a talk.
    #[must_use]
    pub fn waiting(self, wait: Duration) -> Self {
        Self { wait, ..self }
    }

    /// The same, trusting also the authorities in a PEM text: a network's own.
    pub fn trusting(self, pem: &[u8]) -> Result<Self, NoCertificates> {
        let root = Certificate::from_pem(pem).map_err(|_| NoCertificates)?;
        Ok(Self {
            roots: vec![root],
            ..self
        })
    }

    fn tls(&self, host: &str) -> Result<TlsParameters, Carried> {
        let mut tls = TlsParameters::builder(host.to_owned());
        for root in &self.roots {
            tls = tls.add_root_certificate(root.clone());
        }
        tls.build_rustls().map_err(|_| Carried::NotNow(Why::Encryption))
    }

    /// Everything up to the letter itself: until its last line is out, nothing was taken.
    async fn introduce(&self, server: &Server, mail: &Mail) -> Result<AsyncSmtpConnection, Carried> {
        let place = self.place(server).await?;
        let own = server
            .from_address
            .rsplit_once('@')
            .map_or("", |(_, domain)| domain);
        let hello = ClientId::Domain(own.to_owned());
        let mut line = self.connect(server, place, &hello).await?;
        if let Some((user, password)) = &server.sign_in {
            let credentials = Credentials::new(user.clone(), password.clone());
            let ways = [Mechanism::Plain, Mechanism::Login];
            line.auth(&ways, &credentials)
                .await
                .map_err(|error| not_now(&error, Why::SignIn))?;
        }
        let (from, to) = letter::addresses(server, mail).ok_or(Carried::Never(Why::NoAddress))?;
        let options = options(&line, &[&from, &to])?;
        // A sender that is refused is the practice's own, not this letter's address: somebody mends it meanwhile.
        line.command(From::new(Some(from), options))
            .await
            .map_err(|error| not_now(&error, Why::SignIn))?;
        line.command(Rcpt::new(to, Vec::new()))
            .await
            .map_err(|error| refused(&error))?;
        line.command(Data).await.map_err(|error| refused(&error))?;
        Ok(line)
    }

    async fn place(&self, server: &Server) -> Result<SocketAddr, Carried> {
        let found = self.wall.resolve(&server.host, server.port).await;
        let found = found.map_err(|stopped| {
            Carried::NotNow(match stopped {
                Stopped::Unknown => Why::Unreachable,
                Stopped::Walled => Why::Walled,
            })
        })?;
        let place = found
            .into_iter()
            .find(|place| server.security != Security::None || place.ip().is_loopback());
        // Nothing leaves this machine in the clear.
        place.ok_or(Carried::NotNow(Why::Encryption))
    }

    async fn connect(
        &self,
        server: &Server,
        place: SocketAddr,
        hello: &ClientId,
    ) -> Result<AsyncSmtpConnection, Carried> {
        let tls = match server.security {
            Security::Tls => Some(self.tls(&server.host)?),
            Security::StartTls | Security::None => None,
        };
        let line = AsyncSmtpConnection::connect_tokio1(place, None, hello, tls, None).await;
        let mut line = line.map_err(|error| not_now(&error, Why::Unreachable))?;
        if server.security == Security::StartTls {
            if !line.can_starttls() {
                return Err(Carried::NotNow(Why::Encryption));
            }
            line.starttls(self.tls(&server.host)?, hello)
                .await
                .map_err(|error| not_now(&error, Why::Encryption))?;
        }
        Ok(line)
    }
}

impl Carrier for Smtp {
    fn carry<'a>(&'a self, server: &'a Server, mail: &'a Mail) -> Doing<'a, Carried> {
        Box::pin(async move {
            let Some(bytes) = letter::formatted(server, mail) else {
                return Carried::Never(Why::NoAddress);
            };
            let introduced = timeout(self.wait, self.introduce(server, mail)).await;
            let mut line = match introduced {
                Ok(Ok(line)) => line,
                Ok(Err(carried)) => return carried,
                Err(_) => return Carried::NotNow(Why::Unreachable),
            };
            let taken = timeout(self.wait, line.message(&bytes)).await;
            let carried = match taken {
                Ok(Ok(_)) => Carried::Yes,
                Ok(Err(error)) if error.status().is_some() => refused(&error),
                // The letter was given out, and the answer is missing or is none.
                Ok(Err(_)) | Err(_) => Carried::Unknown,
            };
            if carried == Carried::Yes {
                // It was taken: how the farewell goes changes nothing.
                drop(timeout(FAREWELL, line.quit()).await);
            }
            carried
        })
    }
}

/// How long a farewell may take.
const FAREWELL: Duration = Duration::from_secs(1);

/// Addresses beyond ASCII go only to a server that knows them (RFC 6531).
fn options(line: &AsyncSmtpConnection, addresses: &[&Address]) -> Result<Vec<MailParameter>, Carried> {
    let plain = addresses
        .iter()
        .all(|address| AsRef::<str>::as_ref(*address).is_ascii());
    if plain {
        Ok(Vec::new())
    } else if line.server_info().supports_feature(Extension::SmtpUtfEight) {
        Ok(vec![MailParameter::SmtpUtfEight])
    } else {
        Err(Carried::Never(Why::NoAddress))
    }
}

/// What was not taken before the letter was at stake: it can be tried again, whatever the code.
fn not_now(error: &Error, why: Why) -> Carried {
    if error.is_transient() {
        return Carried::NotNow(Why::Busy);
    }
    let broken = std::error::Error::source(error).and_then(|source| source.downcast_ref::<std::io::Error>());
    // What rustls says of a certificate it does not trust, or of a server that speaks no TLS.
    if broken.is_some_and(|broken| broken.kind() == std::io::ErrorKind::InvalidData) {
        return Carried::NotNow(Why::Encryption);
    }
    if error.is_permanent() || error.is_client() {
        Carried::NotNow(why)
    } else {
        Carried::NotNow(Why::Unreachable)
    }
}

/// What the server said of this address or this letter (RFC 5321, 4.2.1: 4 is for now, 5 for good).
fn refused(error: &Error) -> Carried {
    if error.is_permanent() {
        Carried::Never(Why::Refused)
    } else if error.is_transient() {
        Carried::NotNow(Why::Busy)
    } else {
        Carried::NotNow(Why::Unreachable)
    }
}
