// The bank's calls of half a year, imported and reported: every month agrees with data/README.md to the last call.
import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL("../../data/calls/", import.meta.url));

/** Offered, answered, answered within 60 s, hung up within 60 s, by month: counted from the files apart from this program. */
const MONTHS = [
  [31359, 27060, 21442, 3301],
  [33066, 27162, 20935, 4434],
  [38394, 27847, 16008, 6661],
  [31731, 23583, 14501, 5575],
  [39135, 29923, 19373, 6513],
  [37613, 31193, 22940, 4577],
];

const month = (at) => `1999-${String(at + 1).padStart(2, "0")}-01`;

function agrees(what, told, wanted) {
  if (Math.abs(told - wanted) > 1e-12) throw new Error(`${what} is ${told}, not ${wanted}`);
}

/** Imports all of it, twice, and asks for each month. `told` runs a command against the database. */
export function calls(told) {
  const files = readdirSync(folder).filter((name) => name.endsWith(".txt.xz")).sort().map((name) => folder + name);
  if (files.length !== MONTHS.length) throw new Error(`data/calls has ${files.length} months, not ${MONTHS.length}`);
  told("practice", "add", "bank", "--name", "Bank", "--timezone", "Asia/Jerusalem", "--hours", "24/7");
  const bring = () => told("import", "calls", ...files, "--practice", "bank").split("\n").map((line) => JSON.parse(line));
  const sum = (all, name) => all.reduce((count, one) => count + one[name], 0);
  const began = process.hrtime.bigint();
  const first = bring();
  const seconds = Number(process.hrtime.bigint() - began) / 1e9;
  const again = bring();
  if (sum(again, "imported") !== 0) throw new Error("a second import changed something");
  if (first.some((one) => one.rejected.length > 0)) throw new Error("rows were rejected");
  const saw = [`${sum(first, "read")} rows read, ${sum(first, "imported")} calls imported in ${seconds.toFixed(1)} s; again: nothing changed`];
  const dirt = {};
  for (const one of first) for (const [kind, { rows }] of Object.entries(one.dirt)) dirt[kind] = (dirt[kind] ?? 0) + rows;
  saw.push(`dirt survived: ${Object.entries(dirt).map(([kind, rows]) => `${kind} ${rows}`).join(", ")}; no calls ${sum(first, "no_call")}`);
  for (const [at, [offered, answered, inTime, short]] of MONTHS.entries()) {
    const report = JSON.parse(told("report", "hold", "--practice", "bank", "--from", month(at), "--to", month(at + 1), "--format", "json"));
    agrees(`${month(at)} offered`, report.offered, offered);
    agrees(`${month(at)} answered`, report.answered, answered);
    agrees(`${month(at)} abandoned_share`, report.abandoned_share, (offered - answered) / offered);
    agrees(`${month(at)} of_offered`, report.within.of_offered, inTime / offered);
    agrees(`${month(at)} of_answered`, report.within.of_answered, inTime / answered);
    agrees(`${month(at)} of_offered_less_short`, report.within.of_offered_less_short, inTime / (offered - short));
    saw.push(`${month(at).slice(0, 7)}: offered ${offered}, answered ${answered}, abandoned ${report.abandoned_share.toFixed(4)}, within 60 s of offered ${report.within.of_offered.toFixed(4)}`);
  }
  return saw.join("\n");
}
