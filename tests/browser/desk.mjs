// A real desk to test against: a demo database of its own, served by the binary on a spare port, gone afterwards.
import { execFile, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** A debug build makes the demo and answers in well under this; past it something hangs. */
const PATIENCE_MS = 120_000;

export const binary = process.env.ANTEROOM_BINARY ?? join(root, "target/debug/anteroom");

export async function sparePort() {
  const probe = createServer();
  await new Promise((ready) => probe.listen(0, "127.0.0.1", ready));
  const { port } = probe.address();
  await new Promise((closed) => probe.close(closed));
  return port;
}

/** Asks `address` until it answers anything at all, or the server ends, or patience does. */
export async function answering(address, ended = () => false) {
  const until = Date.now() + PATIENCE_MS;
  for (;;) {
    if (ended()) throw new Error(`the server ended before it answered at ${address}`);
    try {
      return await fetch(address, { redirect: "manual" });
    } catch (refused) {
      if (Date.now() > until) throw refused;
      await new Promise((later) => setTimeout(later, 50));
    }
  }
}

/** What the demo desk is made by: a small one, in which only the tests write and answer. */
const DEMO = [["demo", "--seed", "1", "--days", "9", "--contacts", "60"]];

/**
 * Makes a database by the commands in `made`, the demo practice if nothing is said, and serves it. Gives `address`, `demo`
 * (what the commands printed, the sign-ins among it; each gets `patience` milliseconds), `database`, `log()` (what the server said so far) and `stop()`.
 */
export async function startDesk({ made = DEMO, environment = {}, patience = PATIENCE_MS } = {}) {
  if (!existsSync(binary)) throw new Error(`${binary} is not built: run cargo build`);
  const folder = await mkdtemp(join(tmpdir(), "anteroom-browser-"));
  const database = `sqlite:${join(folder, "desk.sqlite")}`;
  // Every visitor of a test comes from one address, and more often than a household does.
  const env = { ...process.env, ANTEROOM_INTAKE: "open", ANTEROOM_DEMO: "still", ...environment };
  let demo = "";
  for (const command of made) {
    const done = await promisify(execFile)(binary, [...command, "--database", database], { env, timeout: patience });
    demo += done.stdout;
  }
  const address = `http://127.0.0.1:${await sparePort()}`;
  const server = spawn(binary, ["serve", "--database", database, "--listen", address.slice("http://".length)], { env });
  let said = "";
  let ended = false;
  for (const stream of [server.stdout, server.stderr]) stream.on("data", (text) => (said += text));
  const gone = new Promise((done) => server.once("exit", () => done((ended = true))));
  const stop = async () => {
    if (!ended) server.kill("SIGTERM");
    await gone;
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await answering(address, () => ended);
  } catch (failed) {
    await stop();
    throw new Error(`${failed.message}\n${said}`);
  }
  return { address, database, demo, log: () => said, stop };
}
