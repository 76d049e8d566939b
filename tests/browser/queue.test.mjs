// The queue by keyboard alone: a view is kept and shared, many requests are worked on at once and taken back, one is split, two
// are joined and taken apart, and a list is walked from request to request.
import assert from "node:assert/strict";
import { after, afterEach, before, describe, test } from "node:test";
import { launch } from "./chromium.mjs";
import { startDesk } from "./desk.mjs";
import { axe, openPage } from "./look.mjs";
import { ask, numberOf, until } from "./ways.mjs";

const PEOPLE = { maria: "Maria Reyes", jo: "Jo Kim" };

const MADE = [
  ["practice", "add", "harbor", "--name", "Harbor", "--timezone", "UTC", "--hours", "24/7", "--phone", "(512) 555-0111"],
  ...Object.entries(PEOPLE).map(([login, name]) => ["member", "add", "harbor", "--login", `${login}@harbor.example`, "--name", name, "--role", "front_desk"]),
];

const QUEUE = "/desk/harbor/requests";

describe("the queue by keyboard", () => {
  let desk, browser;
  let open = [];
  const seats = {};

  before(async () => {
    desk = await startDesk({ made: MADE });
    browser = await launch();
  });
  after(async () => {
    await browser?.close();
    await desk?.stop();
  });
  afterEach(async () => {
    const faults = open.flatMap((page) => page.faults);
    await Promise.all(open.map((page) => page.context().close()));
    open = [];
    assert.deepEqual(faults, []);
  });

  async function visitor(more = {}) {
    const page = await openPage(browser, desk.address, more);
    page.setDefaultTimeout(12_000);
    open.push(page);
    return page;
  }

  async function member(login) {
    if (!seats[login]) {
      const page = await visitor();
      const printed = desk.demo.match(new RegExp(`${PEOPLE[login]}.*now: (.+)|${login}@.*now: (.+)`)).slice(1);
      const password = printed.find(Boolean).trim();
      await page.goto("/desk/harbor");
      await page.getByLabel("E-mail").fill(`${login}@harbor.example`);
      await page.getByLabel("Password").fill(password);
      await page.getByRole("button", { name: "Sign in" }).click();
      await page.getByRole("navigation", { name: "Desk" }).waitFor();
      seats[login] = await page.context().storageState();
    }
    return visitor({ storageState: seats[login] });
  }

  /** A patient asks; gives the request's number and the patient's page. */
  async function asked(words, name = "Ada Moreno") {
    const page = await visitor();
    await ask(page, "harbor", { words, name });
    return { number: await numberOf(page), page };
  }

  /** Presses a key where nothing is typed, and waits until the page it leads to stands. */
  async function goes(page, key) {
    const loaded = page.waitForEvent("domcontentloaded");
    await page.keyboard.press(key);
    await loaded;
  }

  /** Tabs until the focus is on what `name` says. */
  async function reach(page, name) {
    for (let step = 0; step < 120; step += 1) {
      const label = await page.evaluate(() => {
        const at = document.activeElement === document.body ? null : document.activeElement;
        const named = at?.labels?.[0]?.textContent ?? at?.getAttribute("aria-label") ?? at?.textContent ?? "";
        return named.replace(/\s+/g, " ").trim();
      });
      if (label.includes(name)) return;
      await page.keyboard.press("Tab");
    }
    assert.fail(`no Tab leads to ${name}`);
  }

  test("a filter is kept as a view and shared", async () => {
    await asked("Please send my refill");
    const maria = await member("maria");
    await maria.goto(QUEUE);
    await goes(maria, "v");
    await until("the filter has the focus", () => maria.locator("#by-state").evaluate((field) => field === document.activeElement));
    await axe(maria);
    await reach(maria, "Who answers");
    await maria.keyboard.type("Nobody");
    await reach(maria, "Show");
    await goes(maria, "Enter");
    assert.match(maria.url(), /owner=nobody/);
    await reach(maria, "Name of the view");
    await maria.keyboard.type("Without anybody");
    await maria.keyboard.press("Tab");
    await maria.keyboard.press("Space");
    await reach(maria, "Keep the view");
    await goes(maria, "Enter");
    const views = maria.getByRole("navigation", { name: "Kept views" });
    assert.equal(await views.locator("[aria-current]").innerText(), "Without anybody");
    const jo = await member("jo");
    await jo.goto(QUEUE);
    await jo.getByRole("link", { name: "Without anybody" }).waitFor();
  });

  test("many are given to somebody, and taken back", async () => {
    for (const words of ["First of many", "Second of many", "Third of many"]) await asked(words);
    const maria = await member("maria");
    await maria.goto(`${QUEUE}?sort=newest`);
    await maria.keyboard.press("j");
    await maria.keyboard.press("x");
    await maria.keyboard.press("j");
    await maria.keyboard.press("j");
    await maria.keyboard.press("Shift+X");
    assert.equal(await maria.locator("[data-pick]:checked").count(), 3);
    await maria.keyboard.press("m");
    await reach(maria, "To");
    await maria.keyboard.type("Jo");
    await maria.keyboard.press("Tab");
    await goes(maria, "Enter");
    await maria.getByRole("heading", { name: "3 requests were given." }).waitFor();
    assert.equal(await maria.getByRole("img", { name: "Jo Kim" }).count(), 3);
    await axe(maria);
    await goes(maria, "u");
    await maria.getByRole("heading", { name: "It was taken back from 3 requests." }).waitFor();
    assert.equal(await maria.getByRole("img", { name: "Jo Kim" }).count(), 0);
  });

  test("what is done to many comes to the chosen rows, and hides none of them", async () => {
    for (let n = 0; n < 9; n += 1) await asked(`Row ${n} of a long page`);
    const maria = await member("maria");
    await maria.setViewportSize({ width: 1440, height: 640 });
    await maria.goto(`${QUEUE}?sort=newest`);
    for (let n = 0; n < 7; n += 1) await maria.keyboard.press("j");
    await maria.keyboard.press("x");
    await maria.keyboard.press("m");
    const field = maria.locator("#bulk-member");
    assert.ok(await field.evaluate((select) => select === document.activeElement), "its first choice has the focus");
    const box = (thing) => maria.locator(thing).boundingBox();
    await until("the chosen row and what is done to it are both in sight", async () => {
      const [row, deeds] = [await box(".row:has(:checked)"), await box("#bulk")];
      return row.y >= 0 && row.y + row.height <= deeds.y + 1 && deeds.y + deeds.height <= 641;
    });
  });

  test("what was chosen stays chosen while others work", async () => {
    const { number } = await asked("Chosen before the news");
    const maria = await member("maria");
    await maria.goto(`${QUEUE}?sort=newest`);
    await maria.keyboard.press("j");
    await maria.keyboard.press("x");
    const { number: news } = await asked("The news");
    await until("the new request is on the page", () => maria.locator(`#r${news}`).isVisible());
    assert.equal(await maria.locator(`#r${number} [data-pick]`).isChecked(), true);
    assert.equal(await maria.locator("[data-pick]:checked").count(), 1);
  });

  test("another matter is split off, and the patient still reads each line once", async () => {
    const { number, page } = await asked("My knee hurts");
    await page.locator("textarea[name=words]").fill("And my bill is wrong");
    await page.locator("form:has(textarea[name=words]) button").last().click();
    await page.getByText("And my bill is wrong").first().waitFor();
    const maria = await member("maria");
    await maria.goto(`${QUEUE}/${number}`);
    await maria.keyboard.press("m");
    await reach(maria, "And my bill is wrong");
    await maria.keyboard.press("Space");
    await reach(maria, "The new request is about");
    await maria.keyboard.type("Bill");
    await reach(maria, "Split off");
    await goes(maria, "Enter");
    await maria.getByText(`split it off #${number}`).waitFor();
    assert.deepEqual(await maria.locator(".entry.in .said").allInnerTexts(), ["And my bill is wrong"]);
    await axe(maria);
    await page.reload();
    assert.equal(await page.getByText("And my bill is wrong").count(), 1);
  });

  test("two are joined and taken apart again", async () => {
    const one = await asked("My refill is late", "Bo Lindqvist");
    const other = await asked("It is lisinopril", "Bo Lindqvist");
    const maria = await member("maria");
    await maria.goto(`${QUEUE}/${one.number}`);
    await reach(maria, "Join it to this one");
    await goes(maria, "Enter");
    await maria.locator(".thread").getByText("It is lisinopril").waitFor();
    await reach(maria, `Take #${other.number} off again`);
    await goes(maria, "Enter");
    await maria.waitForURL(`**/requests/${other.number}`);
    assert.deepEqual(await maria.locator(".entry.in .said").allInnerTexts(), ["It is lisinopril"]);
  });

  test("a list is walked from request to request", async () => {
    const maria = await member("maria");
    await maria.setViewportSize({ width: 1440, height: 900 });
    await maria.goto(`${QUEUE}?view=unowned`);
    await maria.keyboard.press("j");
    await goes(maria, "Enter");
    const first = maria.url();
    assert.equal(await maria.locator(".list").isVisible(), true);
    await axe(maria);
    await goes(maria, "j");
    assert.notEqual(maria.url(), first);
    await goes(maria, "k");
    assert.equal(new URL(maria.url()).pathname, new URL(first).pathname);
    await maria.setViewportSize({ width: 1024, height: 800 });
    assert.equal(await maria.locator(".list").isVisible(), false);
  });
});
