// What every page must hold: no serious fault that axe finds, nothing wider than the screen, nothing asked of a third
// party; and its picture in every width and theme, for a person to look at.
import assert from "node:assert/strict";
import { mkdir } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const axePath = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
const pictures = fileURLToPath(new URL("../../target/pictures/", import.meta.url));

export const WIDTHS = [320, 768, 1440];
export const THEMES = ["light", "dark"];

/**
 * A page of its own in a fresh context (no cookies of another test). Collects in `page.faults` what went wrong on the way:
 * script errors, refused policies, requests to another host than `address`. Axe needs the policy out of its way, so that
 * `policy: true` keeps it on for tests of the policy itself.
 */
export async function openPage(browser, address, { width = 1440, theme = "light", javaScript = true, policy = false, ...more } = {}) {
  const context = await browser.newContext({
    baseURL: address,
    viewport: { width, height: 900 },
    colorScheme: theme,
    reducedMotion: "reduce",
    javaScriptEnabled: javaScript,
    bypassCSP: !policy,
    ...more,
  });
  const page = await context.newPage();
  page.faults = [];
  page.on("pageerror", (error) => page.faults.push(`script: ${error.message}`));
  page.on("console", (message) => {
    if (message.type() === "error" && !message.text().startsWith("Failed to load resource")) page.faults.push(`console: ${message.text()}`);
  });
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith("http") && url.origin !== address) page.faults.push(`third party: ${url.origin}`);
  });
  return page;
}

/** Fails on any serious or critical finding of axe, naming the elements. */
export async function axe(page) {
  await page.addScriptTag({ path: axePath });
  const { violations } = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ["violations"] }));
  const bad = violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, impact, nodes }) => `${impact} ${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`);
  assert.deepEqual(bad, [], page.url());
}

/** Fails where the page scrolls sideways at its width. */
export async function fits(page) {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  assert.equal(over, 0, `${page.url()} is ${over} px too wide at ${page.viewportSize().width}`);
}

/** The page in every width and theme as target/pictures/NAME-WIDTH-THEME.png, each held to fit and, at both ends, to axe. */
export async function picture(page, name) {
  await mkdir(pictures, { recursive: true });
  const before = page.viewportSize();
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    for (const colorScheme of THEMES) {
      await page.emulateMedia({ colorScheme });
      await page.evaluate(() => document.fonts.ready);
      await fits(page);
      if (width !== 768) await axe(page);
      await page.screenshot({ path: join(pictures, `${name}-${width}-${colorScheme}.png`), fullPage: true });
    }
  }
  await page.setViewportSize(before);
  await page.emulateMedia({ colorScheme: "light" });
}
