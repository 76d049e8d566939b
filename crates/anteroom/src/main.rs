//! Anteroom, the service desk of a medical practice: configuration, commands, wiring.

mod commands;
mod instants;
mod keyfile;
mod living;
mod post;
mod world;

use std::process::ExitCode;

use clap::Parser;

use commands::Command;

/// The service desk of a medical practice.
#[derive(Debug, Parser)]
#[command(name = "anteroom", version, max_term_width = 100)]
struct Arguments {
    /// The database: sqlite:FILE, or postgres://USER:PASSWORD@HOST/NAME
    #[arg(long, global = true, env = "ANTEROOM_DATABASE", hide_env_values = true)]
    database: Option<String>,
    #[command(subcommand)]
    command: Command,
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    world::log(arguments.command.log());
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build();
    let done = match runtime {
        Ok(runtime) => runtime.block_on(arguments.command.run(arguments.database.as_deref())),
        Err(error) => Err(error.into()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            world::complain(&error);
            ExitCode::FAILURE
        }
    }
}
