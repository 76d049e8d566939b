// The first question to the real desk: does the binary make its demo practice, serve it, and answer a browser?
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { launch } from "./chromium.mjs";
import { startDesk } from "./desk.mjs";
import { openPage } from "./look.mjs";

describe("a desk of the demo practice", () => {
  let browser, desk;
  before(async () => {
    desk = await startDesk();
    browser = await launch();
  });
  after(async () => {
    await browser?.close();
    await desk?.stop();
  });

  test("tells who may sign in", () => {
    assert.match(desk.demo, /@/, "the demo command prints the sign-ins");
  });

  test("answers a browser with a page that breaks no policy and asks no third party", async () => {
    const page = await openPage(browser, desk.address, { policy: true });
    const response = await page.goto("/");
    assert.ok(response.status() < 500, `status ${response.status()}`);
    assert.ok(response.headers()["content-security-policy"], "a strict policy is set");
    assert.deepEqual(page.faults, []);
    await page.context().close();
  });
});
