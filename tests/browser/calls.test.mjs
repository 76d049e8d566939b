// Calls in a browser: a connected phone system is followed live, a wall is read from three metres, and a call is written down
// without JavaScript.
import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { fileURLToPath } from "node:url";
import { after, afterEach, before, describe, test } from "node:test";
import { launch } from "./chromium.mjs";
import { startDesk } from "./desk.mjs";
import { axe, openPage } from "./look.mjs";

/** Nothing of a demo can be connected: a practice of its own, with its administrator. */
const MADE = [
  ["practice", "add", "harbor", "--name", "Harbor", "--timezone", "UTC", "--hours", "24/7", "--phone", "(512) 555-0111"],
  ["member", "add", "harbor", "--login", "dana@harbor.example", "--name", "Dana Brooks", "--role", "administrator"],
];

/** The least height of letters that are read from three metres on a screen of 1920 x 1080 of 40 inches: 20 minutes of arc, four times what good eyes need. */
const LEAST = 40;
/** The least height of the numbers that are seen in passing. */
const NUMBERS = 110;

describe("calls", () => {
  let desk;
  let browser;
  let secret;
  let seat;
  let pages = [];
  before(async () => {
    desk = await startDesk({ made: MADE });
    browser = await launch();
  });
  after(async () => {
    await browser?.close();
    await desk?.stop();
  });
  afterEach(async () => {
    const faults = pages.flatMap((page) => page.faults);
    await Promise.all(pages.map((page) => page.context().close()));
    pages = [];
    assert.deepEqual(faults, []);
  });

  /** A page of Dana's, signed in once and then by her cookie. */
  async function open(look = {}) {
    const page = await openPage(browser, desk.address, { ...look, storageState: seat });
    pages.push(page);
    if (seat) return page;
    await page.goto("/desk/harbor");
    await page.getByLabel("E-mail").fill("dana@harbor.example");
    await page.getByLabel("Password").fill(desk.demo.match(/now: (.+)/)[1].trim());
    await page.getByRole("button", { name: "Sign in", exact: true }).click();
    await page.getByRole("navigation", { name: "Desk" }).waitFor();
    seat = await page.context().storageState();
    return page;
  }

  /** Posts one step of a call, as its phone system would. */
  async function step(call, more, key = secret) {
    const now = Date.now();
    const body = JSON.stringify({ call, at: new Date(now).toISOString(), from: "+15125550142", ...more });
    const seconds = Math.floor(now / 1000);
    const code = createHmac("sha256", key).update(`${seconds}.${body}`).digest("hex");
    const headers = { "content-type": "application/json", "anteroom-signature": `t=${seconds},v1=${code}` };
    return (await fetch(`${desk.address}/hooks/harbor/calls`, { method: "POST", headers, body })).status;
  }

  test("an administrator makes a secret that is shown once", async () => {
    const page = await open();
    await page.goto("/desk/harbor/settings/phones");
    await page.getByRole("button", { name: "Make a secret" }).click();
    secret = (await page.getByLabel("Secret", { exact: true }).inputValue()).trim();
    assert.match(secret, /^[\w-]{43}$/);
    await axe(page);
    await page.goto("/desk/harbor/settings/phones");
    assert.equal(await page.getByLabel("Secret", { exact: true }).count(), 0);
  });

  test("the wall is read from three metres and shows no number of anybody's", async () => {
    const page = await open({ width: 1920, deviceScaleFactor: 1 });
    await page.setViewportSize({ width: 1920, height: 1080 });
    await page.goto("/desk/harbor/calls/wall");
    await page.evaluate(() => document.fonts.ready);
    const small = await page.evaluate(([least, numbers]) => {
      const main = document.querySelector("main");
      const words = [...main.querySelectorAll("*")].filter((one) => !one.classList.contains("sr") && [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim()));
      const size = (one) => parseFloat(getComputedStyle(one).fontSize);
      const wrong = words.filter((one) => size(one) < (one.tagName === "DD" ? numbers : least));
      return wrong.map((one) => `${one.tagName} ${size(one)} ${one.textContent.trim().slice(0, 40)}`);
    }, [LEAST, NUMBERS]);
    assert.deepEqual(small, []);
    const over = await page.evaluate(() => {
      const { scrollHeight, clientHeight, scrollWidth, clientWidth } = document.documentElement;
      return [scrollHeight - clientHeight, scrollWidth - clientWidth];
    });
    assert.deepEqual(over, [0, 0], "a wall is not scrolled");
    await axe(page);
    const words = await page.locator("main").innerText();
    assert.doesNotMatch(words, /\d{3}[- )]*\d{4}/, "a phone number on a wall");
    if (process.env.ANTEROOM_PICTURES) await page.screenshot({ path: fileURLToPath(new URL("../../target/pictures/calls-wall-1920.png", import.meta.url)) });
  });

  test("a call is written down without JavaScript and, unanswered, becomes a request", async () => {
    const page = await open({ javaScript: false });
    await page.goto("/desk/harbor/calls");
    await page.getByRole("link", { name: "Write down a call" }).click();
    await page.getByLabel("Caller’s number").fill("(512) 555-0177");
    await page.getByLabel("What became of it").selectOption("callback");
    await page.getByLabel("What the caller said").fill("About the school form");
    await page.getByRole("button", { name: "Write it down" }).click();
    await page.getByRole("link", { name: /Open request #\d+/ }).click();
    assert.match(await page.locator("h1").innerText(), /About the school form/);
    assert.match(await page.locator("main").innerText(), /Wants a call back: \(512\) 555-0177/);
  });

  test("a stranger's post changes nothing, and the phone system's is seen without loading", async () => {
    const page = await open();
    await page.goto("/desk/harbor/calls");
    assert.equal(await step("live", { event: "queued" }, "another"), 404);
    assert.equal(await step("live", { event: "queued" }), 204);
    await page.locator("tfoot .state", { hasText: /^1$/ }).waitFor();
    assert.equal(await step("live", { event: "answered", by: "Dana Brooks" }), 204);
    await page.locator("tfoot .state", { hasText: /^0$/ }).waitFor();
  });
});
