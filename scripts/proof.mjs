// The full figures behind the claims, run step by step and written down in docs/proof.md. A step that held at the present
// state of the sources isn't run again, so that a run that was stopped goes on where it stopped. `node scripts/proof.mjs [STEP...]`.
import { execFile, execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, totalmem } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { calls } from "./proof/calls.mjs";
import { places } from "./proof/places.mjs";

const root = fileURLToPath(new URL("../", import.meta.url));
const target = process.env.CARGO_TARGET_DIR ?? join(root, "target");
const kept = join(target, "proof");
const binary = join(target, "release/anteroom");
const log = join(root, "data/incidents/incident_event_log.csv.xz");
const PRACTICE = "incidents";

/** Facts of the incident log, as data/README.md has them. */
const FACTS = [
  [["report", "response"], { n: 24918, median_minutes: 21 }],
  [["report", "open", "--at", "2016-03-21T00:00:00Z"], { open: 1111, waiting_on_patient: 649, resolved: 3249, not_closed: 5009 }],
  [["report", "open", "--at", "2016-05-30T00:00:00Z"], { open: 861, waiting_on_patient: 317, resolved: 555, not_closed: 1733 }],
];

const steps = {
  "import-sqlite": {
    claim: "The incident log gives the same facts on SQLite",
    run: () => {
      const file = join(kept, "incidents.sqlite");
      for (const ending of ["", "-wal", "-shm"]) rmSync(file + ending, { force: true });
      return importAndAsk(`sqlite:${file}`);
    },
  },
  "import-postgres": {
    claim: "The incident log gives the same facts on PostgreSQL",
    run: () => inPostgres("import-postgres"),
    inner: () => importAndAsk(process.env.ANTEROOM_TEST_POSTGRES),
  },
  nps: {
    claim: "The interval of the recommendation score holds the true score in 95 of 100 cases, and nowhere in fewer than 93",
    run: npsCoverage,
  },
  queueing: {
    claim: "The queueing formulas agree with 10,000 random queues that mpmath computed in 60 digits, to 1e-9",
    run: () => {
      const table = join(kept, "erlang.csv");
      writeFileSync(table, must(python("mpmath==1.3.0"), ["scripts/queueing.py", "10000"]).stdout);
      const ran = must("cargo", ["nextest", "run", "--release", "-p", "anteroom-capacity", "--success-output", "immediate", "sixty_digits"], { QUEUEING_TABLE: table });
      return /^.*queues, the furthest off.*$/m.exec(ran.stdout + ran.stderr)[0].trim();
    },
  },
  calls: {
    claim: "Half a year of a bank's calls is held to the last call, on SQLite and on PostgreSQL",
    run: () => {
      const file = join(kept, "calls.sqlite");
      for (const ending of ["", "-wal", "-shm"]) rmSync(file + ending, { force: true });
      return `SQLite: ${calls(asked(`sqlite:${file}`))}\nPostgreSQL: ${inPostgres("calls")}`;
    },
    inner: () => calls(asked(process.env.ANTEROOM_TEST_POSTGRES)),
  },
  places: {
    claim: "The places nearest to a postal code are those that a reckoning apart from the program finds, on both databases",
    run: () => {
      const file = join(kept, "places.sqlite");
      for (const ending of ["", "-wal", "-shm"]) rmSync(file + ending, { force: true });
      return `SQLite: ${places(asked(`sqlite:${file}`))}\nPostgreSQL: ${inPostgres("places")}`;
    },
    inner: () => places(asked(process.env.ANTEROOM_TEST_POSTGRES)),
  },
  properties: {
    claim: "Every property holds over 20,000 cases",
    run: () => tested(["nextest", "run", "--release", "-p", "anteroom-core", "-p", "anteroom-wire"], { PROPTEST_CASES: "20000" }),
  },
  retention: {
    claim: "Who comes back is what a recount of the calendar says, and its curve that of lifelines, on both databases",
    run: () => {
      const file = join(kept, "retention.sqlite");
      for (const ending of ["", "-wal", "-shm"]) rmSync(file + ending, { force: true });
      return `SQLite: ${whoComesBack(`sqlite:${file}`, 200)}\nPostgreSQL: ${inPostgres("retention")}`;
    },
    inner: () => whoComesBack(process.env.ANTEROOM_TEST_POSTGRES, 60),
  },
  seeds: {
    claim: "Every promise of the product holds in 10,000 worlds with crashes, doubles, swapped acts and stepping clocks",
    run: judgeSeeds,
  },
  speed: {
    claim: "The import runs at a third or more of the speed of a bare loop that inserts the same rows",
    run: () => must("scripts/postgres", ["run", binary, "bench"], { ANTEROOM_POSTGRES_FSYNC: "on" }).stdout.trim(),
  },
};

/** The tables that the release build of core's tests prints, written into docs/nps.md between its marks. */
function npsCoverage() {
  const { stdout } = must("cargo", ["nextest", "run", "--release", "-p", "anteroom-core", "nps::coverage", "--no-capture"]);
  const tables = ["every outcome, weighed", "simulated, "].map((start) => {
    const lines = stdout.split("\n");
    const from = lines.findIndex((line) => line.startsWith(start));
    if (from < 0) throw new Error(`no table of "${start}" in\n${stdout}`);
    const until = lines.findIndex((line, at) => at > from && line.startsWith("| all |"));
    // Between the rows the test's runner may say that it is slow.
    const rows = lines.slice(from + 1, until + 1).filter((line) => line.startsWith("|"));
    return [`${lines[from][0].toUpperCase()}${lines[from].slice(1)}:`, "", ...rows].join("\n");
  });
  const page = join(root, "docs/nps.md");
  const [before, rest] = readFileSync(page, "utf8").split("<!-- nps: begin -->");
  const [, after] = rest.split("<!-- nps: end -->");
  writeFileSync(page, `${before}<!-- nps: begin -->\n${tables.join("\n\n")}\n<!-- nps: end -->${after}`);
  return tables.join("\n\n");
}

/** Calendars drawn by seeds, read and reported by the program, and counted again by other means. */
function whoComesBack(database, worlds) {
  const script = join(root, "scripts/retention.py");
  return must(python("lifelines==0.30.3"), [script, binary, database, String(worlds), join(kept, "retention")]).stdout.trim();
}

/** Seeds of the simulator, and how many a process takes at once: some seconds each, so that a stop loses little. */
const SEEDS = 10000;
const AT_ONCE = 100;

/** Judges all seeds on all cores. Chunks that held at the present state of the sources are kept and not run again. */
async function judgeSeeds() {
  const book = join(kept, "seeds.json");
  const known = existsSync(book) ? JSON.parse(readFileSync(book, "utf8")) : {};
  const now = state();
  const chunks = known.state === now ? known.chunks : {};
  const left = [];
  for (let first = 1; first <= SEEDS; first += AT_ONCE) if (!chunks[first]) left.push(first);
  const began = Date.now();
  const ran = left.length * AT_ONCE;
  const worker = async () => {
    for (let first = left.shift(); first !== undefined; first = left.shift()) {
      const args = ["simulate", "--seed", String(first), "--count", String(AT_ONCE)];
      const { stdout } = await promisify(execFile)(binary, args, { maxBuffer: 1 << 24 }).catch(({ stderr }) => {
        left.length = 0;
        throw new Error(stderr.trim());
      });
      chunks[first] = JSON.parse(stdout);
      writeFileSync(book, JSON.stringify({ state: now, chunks }));
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, worker));
  const minutes = (Date.now() - began) / 60000;
  const all = { checks: {} };
  for (const { checks, ...told } of Object.values(chunks)) {
    for (const [name, count] of Object.entries(told)) all[name] = (all[name] ?? 0) + count;
    for (const [name, count] of Object.entries(checks)) all.checks[name] = (all.checks[name] ?? 0) + count;
  }
  const { checks, ...told } = all;
  for (const [name, count] of [...Object.entries(told), ...Object.entries(checks)]) {
    if (count === 0) throw new Error(`${name}: nothing of it in ${SEEDS} seeds`);
  }
  const saw = [`seeds 1 to ${SEEDS}, two practices and two days each: ${Object.entries(told).map(([name, count]) => `${name} ${count}`).join(", ")}`];
  for (const [promise, count] of Object.entries(checks)) saw.push(`${promise}: ${count} checks, all held`);
  if (ran > 0) saw.push(`${Math.round(ran / minutes)} seeds a minute`);
  return saw.join("\n");
}

function must(command, args, env = {}) {
  const ran = spawnSync(command, args, {
    cwd: root, encoding: "utf8", env: { ...process.env, ...env }, stdio: ["ignore", "pipe", "pipe"], maxBuffer: 1 << 28,
  });
  if (ran.error) throw ran.error;
  if (ran.status !== 0) throw new Error(`${command} ${args.join(" ")} ended with ${ran.status}\n${ran.stdout}${ran.stderr}`);
  return ran;
}

function tested(args, env) {
  const { stderr } = must("cargo", args, env);
  return stderr.split("\n").filter((line) => /tests run/.test(line)).join("\n").trim();
}

/** A Python of our own that has these packages, made beneath the build's folder. */
function python(...packages) {
  const folder = join(target, "python", packages.join("_").replaceAll(/[^\w.]/g, "-"));
  const own = join(folder, "bin/python");
  if (!existsSync(own)) must("python3", ["-m", "venv", folder]);
  must(own, ["-m", "pip", "install", "--quiet", ...packages]);
  return own;
}

function inPostgres(step) {
  return must("scripts/postgres", ["run", process.execPath, "scripts/proof.mjs", "--inner", step]).stdout.trim();
}

/** Commands against a database: what each prints. */
function asked(database) {
  return (...args) => must(binary, [...args, "--database", database]).stdout.trim();
}

function importAndAsk(database) {
  const told = asked(database);
  told("practice", "add", PRACTICE, "--name", "Incidents", "--timezone", "UTC", "--hours", "24/7");
  const began = process.hrtime.bigint();
  const first = JSON.parse(told("import", "incidents", log, "--practice", PRACTICE));
  const seconds = Number(process.hrtime.bigint() - began) / 1e9;
  const again = JSON.parse(told("import", "incidents", log, "--practice", PRACTICE));
  if (again.imported !== 0) throw new Error(`a second import changed ${again.imported}`);
  const saw = [`${first.read} events read, ${first.imported} imported, ${first.rejected.length} rejected in ${seconds.toFixed(1)} s; again: nothing changed`];
  for (const [question, facts] of FACTS) {
    const answer = JSON.parse(told(...question, "--practice", PRACTICE, "--format", "json"));
    for (const [name, value] of Object.entries(facts)) {
      if (answer[name] !== value) throw new Error(`${question.join(" ")}: ${name} is ${answer[name]}, not ${value}`);
    }
    saw.push(`${question.slice(1).join(" ")}: ${Object.entries(facts).map(([name, value]) => `${name} ${value}`).join(", ")}`);
  }
  return saw.join("\n");
}

/** The committed sources and what differs from them: what a step has proved, it has proved of these. */
function state() {
  const git = (...args) => execFileSync("git", args, { cwd: root, encoding: "utf8", maxBuffer: 1 << 28 });
  const sources = ["crates", "data", "scripts", "Cargo.lock"];
  return createHash("sha256").update(git("ls-files", "-s", ...sources)).update(git("diff", ...sources)).digest("hex");
}

function write(records) {
  const version = execFileSync("rustc", ["--version"], { encoding: "utf8" }).trim();
  const lines = [
    "# What the proofs saw", "",
    "Written by `make proof`, which runs the full figures outside CI; `make test` holds a fixed slice of each.",
    `Machine: ${availableParallelism()} cores, ${Math.round(totalmem() / 2 ** 30)} GiB; ${version}.`, "",
  ];
  for (const [name, { claim }] of Object.entries(steps)) {
    const record = records[name];
    lines.push(`## ${claim}`, "");
    if (record) lines.push(`Step \`${name}\`, ${record.when}, ${record.seconds} s: **${record.held ? "held" : "did not hold"}**.`, "", "```", record.saw, "```", "");
    else lines.push(`Step \`${name}\` has not run yet.`, "");
  }
  mkdirSync(join(root, "docs"), { recursive: true });
  writeFileSync(join(root, "docs/proof.md"), lines.join("\n"));
}

async function prove(names) {
  mkdirSync(kept, { recursive: true });
  const book = join(kept, "records.json");
  const records = existsSync(book) ? JSON.parse(readFileSync(book, "utf8")) : {};
  const now = state();
  must("cargo", ["build", "--release", "-p", "anteroom", "--features", "bench,simulate"]);
  let failed = 0;
  for (const name of names) {
    if (records[name]?.held && records[name].state === now) {
      console.log(`${name}: held already`);
      continue;
    }
    const began = Date.now();
    let held = true;
    let saw;
    try {
      saw = await steps[name].run();
    } catch (error) {
      held = false;
      failed += 1;
      saw = error.message.trim();
    }
    const seconds = Math.round((Date.now() - began) / 1000);
    records[name] = { held, saw, seconds, state: now, when: new Date().toISOString().slice(0, 10) };
    console.log(`${name}: ${held ? "held" : "did not hold"}, ${seconds} s\n${saw}`);
    writeFileSync(book, JSON.stringify(records, null, 2));
    write(records);
  }
  console.log(`${names.length - failed} passed, ${failed} failed`);
  process.exitCode = failed > 0 ? 1 : 0;
}

const [first, second] = process.argv.slice(2);
if (first === "--inner") console.log(steps[second].inner());
else await prove(first ? process.argv.slice(2) : Object.keys(steps));
