// The face of a response clock as time goes by, from the same source that the desk runs.
import assert from "node:assert/strict";
import { build } from "esbuild";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const source = fileURLToPath(new URL("../ts/clocks.ts", import.meta.url));
const { outputFiles } = await build({ entryPoints: [source], bundle: true, format: "esm", write: false });
const { face, words } = await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString("base64")}`);

const half = { left: 900, openFor: 7200, total: 1800, warn: 600 };

test("a clock shows whole minutes left and its share of the bar", () => {
  assert.deepEqual(face(half, 0), { state: "kept", minutes: 15, percent: 50 });
  assert.deepEqual(face(half, 61), { state: "kept", minutes: 13, percent: 47 });
});

test("a clock is at risk from its warning on, and late only after its last second", () => {
  assert.equal(face(half, 299).state, "kept");
  assert.equal(face(half, 300).state, "risk");
  assert.deepEqual(face(half, 900), { state: "risk", minutes: 0, percent: 0 });
  assert.deepEqual(face(half, 961), { state: "late", minutes: 1, percent: 100 });
});

test("a clock stands still from the closing on", () => {
  assert.equal(face({ ...half, openFor: 60 }, 5000).minutes, 14);
  assert.equal(face({ ...half, openFor: 0 }, 5000).minutes, 15);
});

test("a machine whose clock is set back gives no time away", () => {
  assert.equal(face(half, -3600).minutes, 15);
});

test("a long span is told in hours, in the page's words", () => {
  assert.equal(words(99, "{n} Min.", "{h} Std. {m}"), "99 Min.");
  assert.equal(words(150, "{n} Min.", "{h} Std. {m}"), "2 Std. 30");
});
