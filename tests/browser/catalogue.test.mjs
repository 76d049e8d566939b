// The catalogue of components, each page in every width and theme: what templates copy from must itself be right. Proves the
// harness on the way, before a page of the real desk is opened with it.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { serve } from "../../crates/web/assets/catalogue/serve.mjs";
import { launch } from "./chromium.mjs";
import { axe, fits, openPage, reads } from "./look.mjs";

const desk = ["today", "queue", "request", "definition", "sign-in", "set-up", "empty"];
const patient = ["home", "ask", "sent", "status", "expired"];

describe("the catalogue", () => {
  let browser, server, address;
  before(async () => {
    browser = await launch();
    ({ server, address } = await serve());
  });
  after(async () => {
    await browser.close();
    server.close();
  });

  for (const name of [...desk, ...patient]) {
    test(`${name} reads at every width, in light and dark`, async () => {
      const page = await openPage(browser, address);
      await page.goto(`/${name}.html`);
      await reads(page, `catalogue-${name}`);
      assert.deepEqual(page.faults, []);
      await page.context().close();
    });
  }

  test("every target on a patient's page is at least 44 pixels high", async () => {
    for (const name of patient) {
      const page = await openPage(browser, address, { width: 320, hasTouch: true, isMobile: true });
      await page.goto(`/${name}.html`);
      const small = await page.evaluate(() => {
        const inText = (link) => link.tagName === "A" && getComputedStyle(link).display === "inline";
        const target = (thing) => thing.closest("label, .choice") ?? thing;
        return [...document.querySelectorAll("a, button, input:not([type=hidden]), select, textarea")]
          .filter((thing) => !thing.closest(".trap, .skip, .emergency") && !thing.matches(".skip") && !inText(thing))
          .map((thing) => [thing.outerHTML.slice(0, 80), target(thing).getBoundingClientRect().height])
          .filter(([, height]) => height < 44);
      });
      assert.deepEqual(small, [], name);
      await page.context().close();
    }
  });

  test("j and k walk the queue, and letters in a field stay letters", async () => {
    const page = await openPage(browser, address);
    await page.goto("/queue.html");
    const focused = () => page.evaluate(() => document.activeElement.textContent);
    await page.keyboard.press("j");
    assert.match(await focused(), /Missed call/, "the row after the current one");
    await page.keyboard.press("k");
    assert.match(await focused(), /Tom Whitfield/);
    for (let n = 0; n < 20; n += 1) await page.keyboard.press("k");
    assert.match(await focused(), /Rosa Delgado/, "the first row is the end");
    await page.keyboard.press("/");
    await page.keyboard.type("jkr");
    assert.equal(await page.inputValue("#find"), "jkr");
    await page.context().close();
  });

  test("r goes to the reply, n unfolds the note, and the two never share a form", async () => {
    const page = await openPage(browser, address);
    await page.goto("/request.html");
    const focused = () => page.evaluate(() => document.activeElement.id);
    await page.keyboard.press("r");
    assert.equal(await focused(), "reply");
    await page.keyboard.press("Escape");
    await page.keyboard.press("n");
    assert.equal(await focused(), "note");
    assert.notEqual(
      await page.locator("#note").evaluate((field) => field.form.action),
      await page.locator("#reply").evaluate((field) => field.form.action),
    );
    await page.context().close();
  });

  test("single keys can be switched off on a device", async () => {
    const page = await openPage(browser, address);
    await page.goto("/request.html");
    await page.keyboard.press("?");
    await page.getByLabel("Single keys work on this device").uncheck();
    await page.getByRole("button", { name: "Close", exact: true }).click();
    await page.keyboard.press("r");
    assert.notEqual(await page.evaluate(() => document.activeElement.id), "reply");
    await page.context().close();
  });

  test("a clock runs on in open time and turns late without a reload", async () => {
    const page = await openPage(browser, address);
    await page.clock.install();
    await page.goto("/queue.html");
    const clock = page.locator(".row", { hasText: "Tom Whitfield" }).locator(".clock");
    assert.equal(await clock.innerText(), "6 min");
    await page.clock.runFor(5 * 60_000);
    assert.equal(await clock.innerText(), "1 min");
    await page.clock.runFor(3 * 60_000);
    assert.equal(await clock.innerText(), "1 min late");
    assert.match(await clock.getAttribute("class"), /\blate\b/);
    await page.context().close();
  });

  test("the undo bar counts down and goes when it is too late", async () => {
    const page = await openPage(browser, address);
    await page.clock.install();
    await page.goto("/request.html");
    const bar = page.locator(".undo");
    await page.clock.runFor(595_000);
    assert.match(await bar.innerText(), /Sent to Tom in 5 s/);
    await page.clock.runFor(6_000);
    assert.equal(await bar.count(), 0);
    await page.context().close();
  });

  test("the harness fails on what it is there to find", async () => {
    const page = await openPage(browser, address);
    await page.goto("/home.html");
    await page.setContent("<main><h1>x</h1><img src='/assets/icon.svg' width='4000'><button></button></main>");
    await assert.rejects(axe(page), /image-alt|button-name/);
    await assert.rejects(fits(page), /too wide/);
    await page.context().close();
  });
});
