//! `anteroom member`: who works at a practice, from the command line.

use anteroom_app::Failure;
use anteroom_app::staff::members::{self, NewMember};
use anteroom_core::access::Role;
use anyhow::{Context, bail};
use clap::{Args, Subcommand};

use super::practice::named;
use crate::world;

/// What to do with members.
#[derive(Debug, Subcommand)]
pub enum Member {
    /// Add somebody to a practice, and print a password made for them once
    Add(Add),
    /// List who works at a practice
    List {
        /// The practice's name in URLs
        slug: String,
    },
    /// Give a login another password, printed once; its sessions end
    Password {
        /// The e-mail address it signs in with
        login: String,
        /// Read the password from the first line of standard input
        #[arg(long)]
        password_stdin: bool,
    },
    /// Let a login that had too many wrong passwords try again at once
    Unlock {
        /// The e-mail address it signs in with
        login: String,
    },
    /// End somebody's work at a practice; at others it goes on
    End {
        /// The practice's name in URLs
        slug: String,
        /// The e-mail address they sign in with
        login: String,
    },
}

/// Somebody to add.
#[derive(Debug, Args)]
pub struct Add {
    /// The practice's name in URLs
    slug: String,
    /// Their name
    #[arg(long)]
    name: String,
    /// The e-mail address they sign in with; one that signs in already keeps its password
    #[arg(long)]
    login: String,
    /// front_desk, clinician, manager or administrator
    #[arg(long, value_parser = role)]
    role: Role,
    /// Read the password from the first line of standard input
    #[arg(long)]
    password_stdin: bool,
}

fn role(text: &str) -> Result<Role, String> {
    let known: Vec<_> = Role::ALL.iter().map(|role| role.as_str()).collect();
    text.parse().map_err(|_| format!("one of {}", known.join(", ")))
}

impl Member {
    /// Does it.
    pub async fn run(self, database: Option<&str>) -> anyhow::Result<()> {
        let app = world::real(database).await?;
        match self {
            Self::Add(add) => {
                let practice = world::practice(&app, &add.slug).await?;
                let typed = NewMember {
                    name: add.name,
                    login: add.login,
                    role: add.role,
                    password: typed(add.password_stdin)?,
                };
                let added = named(members::add(&app, &practice, &typed).await)?;
                let place = format!("{} works at {}", added.login, practice.name);
                match added.password {
                    None => world::say(&format!("{place}, and signs in with the password they have")),
                    Some(_) if add.password_stdin => world::say(&place),
                    Some(password) => world::say(&format!("{place}; password, shown only now: {password}")),
                }
            }
            Self::List { slug } => {
                let practice = world::practice(&app, &slug).await?;
                for (member, login) in members::list(&app, &practice).await? {
                    let login = login.unwrap_or_else(|| "-".to_owned());
                    world::say(&format!(
                        "{:<14} {login:<32} {}",
                        member.role.as_str(),
                        member.name
                    ))?;
                }
                Ok(())
            }
            Self::Password {
                login,
                password_stdin,
            } => {
                let typed = typed(password_stdin)?;
                let password = known(members::set_password(&app, &login, typed).await, &login)?;
                let done = format!("{login} has another password, and signs in anew");
                if password_stdin {
                    return world::say(&done);
                }
                world::say(&format!("{done}; password, shown only now: {password}"))
            }
            Self::Unlock { login } => {
                known(members::unlock(&app, &login).await, &login)?;
                world::say(&format!("{login} can try again"))
            }
            Self::End { slug, login } => {
                let practice = world::practice(&app, &slug).await?;
                known(members::end(&app, &practice, &login).await, &login)?;
                world::say(&format!("{login} no longer works at {}", practice.name))
            }
        }
    }
}

/// The password on standard input, if it is read from there.
fn typed(from_stdin: bool) -> anyhow::Result<Option<String>> {
    if !from_stdin {
        return Ok(None);
    }
    let mut line = String::new();
    std::io::stdin()
        .read_line(&mut line)
        .context("can't read the password")?;
    Ok(Some(line.trim_end_matches(['\r', '\n']).to_owned()))
}

/// Names the login that is not there.
fn known<T>(done: Result<T, Failure>, login: &str) -> anyhow::Result<T> {
    match done {
        Err(Failure::Missing) => {
            bail!("nobody signs in there as {login}; `anteroom member list SLUG` says who does")
        }
        done => named(done),
    }
}
