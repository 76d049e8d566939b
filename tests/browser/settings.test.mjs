// Settings in a browser: by keyboard alone and without JavaScript, and what a change would mean, looked at before it counts.
import assert from "node:assert/strict";
import { after, afterEach, before, describe, test } from "node:test";
import { launch } from "./chromium.mjs";
import { startDesk } from "./desk.mjs";
import { openPage, reads } from "./look.mjs";
import { signIn } from "./ways.mjs";

describe("settings", () => {
  let desk;
  let browser;
  let pages = [];
  before(async () => {
    desk = await startDesk();
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

  async function open(look) {
    const page = await openPage(browser, desk.address, look);
    pages.push(page);
    await signIn(page, desk, "Luis");
    return page;
  }

  /** Goes on with the tab key until `target` has the focus. */
  async function tabTo(page, target) {
    for (let press = 0; press < 80; press += 1) {
      if (await target.evaluate((element) => element === document.activeElement)) return;
      await page.keyboard.press("Tab");
    }
    assert.fail("the tab key never comes to it");
  }

  test("a closure is entered by keyboard alone, and seen before it counts", async () => {
    const page = await open();
    await page.goto("/desk/harbor/settings");
    const hours = page.getByRole("main").getByRole("link", { name: "Hours" });
    await tabTo(page, hours);
    await page.keyboard.press("Enter");
    const place = page.getByRole("main").getByRole("link", { name: "The desk" });
    await place.waitFor();
    await tabTo(page, place);
    await page.keyboard.press("Enter");
    const from = page.getByLabel("From", { exact: true });
    await from.waitFor();
    await from.fill("2099-11-02T00:00");
    await page.getByLabel("Until", { exact: true }).fill("2099-11-12T00:00");
    await tabTo(page, page.getByLabel("Why"));
    await page.keyboard.type("The floor is painted");
    const look = page.getByRole("button", { name: "See what this means" }).last();
    await tabTo(page, look);
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "How it would be: The desk" }).waitFor();
    assert.equal(await page.getByLabel("Why").inputValue(), "The floor is painted");
    await reads(page, "settings-seen");
    await tabTo(page, page.getByRole("button", { name: "Save" }));
    await page.keyboard.press("Enter");
    await page.getByText("Saved.").waitFor();
    await page.getByText(/Closed Monday, November 2, 2099 until Thursday, November 12, 2099\. The floor is painted/).first().waitFor();
    await page.getByRole("button", { name: /^Remove/ }).click();
    await page.getByText("Saved.").waitFor();
    await page.goto("/desk/harbor/settings/changes?noun=hours");
    await page.locator("del", { hasText: "The floor is painted" }).waitFor();
    await reads(page, "settings-changed");
  });

  test("a team is made without JavaScript, and what is wrong is named where it is", async () => {
    const page = await open({ javaScript: false, width: 320 });
    await page.goto("/desk/harbor/settings/teams/new");
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByRole("alert").getByRole("link").click();
    assert.ok(page.url().endsWith("#name"));
    await page.getByLabel("Name", { exact: true }).fill("Names of two hundred letters ".repeat(4).trim());
    await page.getByRole("checkbox").first().check();
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByText("Saved.").waitFor();
    await page.getByRole("link", { name: /Names of two hundred letters/ }).click();
    assert.ok(await page.getByRole("checkbox").first().isChecked());
    await page.getByRole("button", { name: "Use it no more" }).click();
    await page.getByText("Saved.").waitFor();
  });

  test("two who change the promises at once both see what the other made of it", async () => {
    const [one, two] = [await open(), await open()];
    for (const page of [one, two]) await page.goto("/desk/harbor/settings/promises");
    await one.getByLabel("Minutes to answer", { exact: true }).fill("25");
    await one.getByRole("button", { name: "See what this would have meant" }).click();
    await one.getByRole("heading", { name: "What these numbers would have meant in the last 30 days" }).waitFor();
    await reads(one, "settings-meant");
    await two.getByLabel("Minutes to answer", { exact: true }).fill("20");
    await two.getByRole("button", { name: "See what this would have meant" }).click();
    const save = two.getByRole("button", { name: "Save" });
    await save.waitFor();
    await one.getByRole("button", { name: "Save" }).click();
    await one.getByText("Saved.").waitFor();
    await save.click();
    await two.getByRole("heading", { name: /changed this/ }).waitFor();
    await two.getByText("It now says: 25").waitFor();
    await reads(two, "settings-overtaken");
    await two.getByLabel("Minutes to answer", { exact: true }).fill("30");
    await two.getByRole("button", { name: "Save" }).click();
    await two.getByText("Saved.").waitFor();
  });
});
