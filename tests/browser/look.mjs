// What every page must hold: no serious fault that axe finds, nothing wider than the screen, nothing asked of a third
// party; and its picture in every width and theme, for a person to look at.
import assert from "node:assert/strict";
import { mkdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const axeText = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const pictures = fileURLToPath(new URL("../../target/pictures/", import.meta.url));

export const WIDTHS = [320, 768, 1440];
export const THEMES = ["light", "dark"];

/**
 * A page of its own in a fresh context (no cookies of another test). Collects in `page.faults` what went wrong on the way:
 * script errors, what the page's policy stopped, requests to another host than `address`.
 */
export async function openPage(browser, address, { width = 1440, theme = "light", javaScript = true, ...more } = {}) {
  const context = await browser.newContext({
    baseURL: address,
    viewport: { width, height: 900 },
    colorScheme: theme,
    reducedMotion: "reduce",
    javaScriptEnabled: javaScript,
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

/** Fails on any finding of axe, naming the elements. It comes in by the debugger, past the page's policy. */
export async function axe(page) {
  await page.evaluate(axeText);
  const { violations } = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ["violations"] }));
  const bad = violations.map(({ id, impact, nodes }) => `${impact} ${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`);
  assert.deepEqual(bad, [], page.url());
}

/** Fails where the page scrolls sideways at its width. */
export async function fits(page) {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  assert.equal(over, 0, `${page.url()} is ${over} px too wide at ${page.viewportSize().width}`);
}

/** Fails where words are cut off: hidden past the edge of a box that can't be scrolled. */
export async function whole(page) {
  const cut = await page.evaluate(() => {
    const hides = (overflow) => overflow === "hidden" || overflow === "clip";
    const seen = (thing) => thing.checkVisibility({ visibilityProperty: true }) && thing.clientWidth > 1 && thing.clientHeight > 1;
    return [...document.querySelectorAll("body *")]
      .filter((thing) => seen(thing) && thing.textContent.trim() && !thing.closest("svg"))
      .filter((thing) => {
        const { overflowX, overflowY } = getComputedStyle(thing);
        return (hides(overflowX) && thing.scrollWidth > thing.clientWidth + 1) || (hides(overflowY) && thing.scrollHeight > thing.clientHeight + 1);
      })
      .map((thing) => thing.outerHTML.slice(0, 120));
  });
  assert.deepEqual(cut, [], `${page.url()} cuts words at ${page.viewportSize().width}`);
}

/** A screen of 1280 x 1024 at 400 % (WCAG 2.2, 1.4.10). */
const ZOOMED = { width: 320, height: 256 };

/**
 * Holds the page to fit in every width and theme, to cut no word at 400 % and, at both ends of the widths, to axe. With
 * ANTEROOM_PICTURES set it also writes what it saw to target/pictures/NAME-WIDTH-THEME.png, for a person to look at.
 */
export async function reads(page, name) {
  const before = page.viewportSize();
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    for (const colorScheme of THEMES) {
      await page.emulateMedia({ colorScheme });
      await page.evaluate(() => document.fonts.ready);
      await fits(page);
      if (width !== 768) await axe(page);
      if (process.env.ANTEROOM_PICTURES) {
        await mkdir(pictures, { recursive: true });
        await page.screenshot({ path: join(pictures, `${name}-${width}-${colorScheme}.png`), fullPage: true });
      }
    }
  }
  await page.setViewportSize(ZOOMED);
  await fits(page);
  await whole(page);
  await page.setViewportSize(before);
  await page.emulateMedia({ colorScheme: "light" });
}
