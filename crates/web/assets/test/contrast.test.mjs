// Reads the palette and holds each pair of text and ground that the stylesheets use to WCAG's 4.5:1, in light and dark.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";

const css = await readFile(new URL("../css/tokens.css", import.meta.url), "utf8");

function colours(text) {
  return Object.fromEntries([...text.matchAll(/--([a-z-]+):\s*(#[0-9a-f]{6})\b/g)].map(([, name, hex]) => [name, hex]));
}

const [lightText, darkText] = css.split("@media (prefers-color-scheme: dark)");
const light = colours(lightText);
const themes = { light, dark: { ...light, ...colours(darkText) } };

const grounds = ["paper", "card"];
const pairs = [
  ...["ink", "soft", "faint", "accent", "kept", "risk", "act"].flatMap((text) => grounds.map((ground) => [text, ground])),
  ["accent-ink", "accent"], // buttons
  ["paper", "ink"], // the undo bar
  // The patient's own words, a reply, the current row; the row's second line and its clock stand on the same ground.
  ...["ink", "soft", "accent", "kept", "risk", "act"].map((text) => [text, "accent-wash"]),
  ...["ink", "soft", "kept"].map((text) => [text, "kept-wash"]), // notices
  ...["ink", "soft", "risk"].map((text) => [text, "risk-wash"]), // notes
  ...["ink", "soft", "act", "risk"].map((text) => [text, "act-wash"]), // danger rows, error summaries, a broken promise
];

/** Relative luminance, WCAG 2.2. */
function luminance(hex) {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const part = parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function ratio(one, other) {
  const [high, low] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
}

test("the measure agrees with known pairs", () => {
  assert.equal(ratio("#000000", "#ffffff"), 21);
  assert.ok(Math.abs(ratio("#767676", "#ffffff") - 4.54) < 0.01);
});

test("the dark theme names its own colours", () => {
  for (const name of Object.keys(light)) assert.notEqual(themes.dark[name], light[name], `--${name} is the same in the dark`);
});

for (const [theme, palette] of Object.entries(themes)) {
  test(`every text reads on its ground in the ${theme} theme`, () => {
    for (const [text, ground] of pairs) {
      assert.ok(palette[text] && palette[ground], `--${text} or --${ground} is not in tokens.css`);
      const found = ratio(palette[text], palette[ground]);
      assert.ok(found >= 4.5, `--${text} on --${ground} is ${found.toFixed(2)}:1`);
    }
  });
}
