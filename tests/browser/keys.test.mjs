// A front-desk person's day with one hand on the keyboard: every task from sign-in to sign-out, without a mouse. Nothing here
// clicks, and nothing puts the focus anywhere but by a key.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { launch } from "./chromium.mjs";
import { startDesk } from "./desk.mjs";
import { openPage } from "./look.mjs";
import { ask, demoPeople, numberOf, until } from "./ways.mjs";

/** More than any page has things to stop at; past it the way is a circle. */
const STOPS = 250;

describe("a day by keys alone", { concurrency: false }, () => {
  let desk, browser, page;
  before(async () => {
    desk = await startDesk();
    browser = await launch();
    page = await openPage(browser, desk.address);
  });
  after(async () => {
    assert.deepEqual(page?.faults, []);
    await browser?.close();
    await desk?.stop();
  });

  const press = (...keys) => keys.reduce((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve());
  const type = (text) => page.keyboard.type(text);

  /** Tabs on until the thing has the focus. */
  async function tabTo(thing) {
    await thing.waitFor();
    const there = () => thing.evaluate((node) => node === document.activeElement);
    for (let stops = 0; stops < STOPS; stops += 1) {
      if (await there()) return;
      await press("Tab");
    }
    assert.fail(`Tab never comes to ${thing}`);
  }

  /** Waits until the focus stands in something that `selector` names. */
  const focused = (selector) => until(`the focus is in ${selector}`, () => page.evaluate((of) => document.activeElement.matches(of), selector));

  /** Presses a key that leads to another page, and waits for it. */
  async function go(key, to) {
    await page.waitForLoadState();
    await Promise.all([page.waitForURL(to), press(key)]);
    await page.locator("h1").first().waitFor();
  }

  /** A patient writes, on a screen of their own. Gives the number. */
  async function written(words, name, phone) {
    const patient = await openPage(browser, desk.address);
    await ask(patient, "harbor", { words, name, phone });
    const number = await numberOf(patient);
    await patient.context().close();
    return number;
  }

  /** Opens a request by the palette. */
  async function find(number) {
    await page.waitForLoadState();
    await press("/");
    await focused("input");
    await type(`#${number}`);
    await until("it is found", () => page.locator("[role=option]", { hasText: `#${number}` }).first().isVisible());
    await go("Enter", (url) => url.pathname.endsWith(`/requests/${number}`));
    await page.locator("#subject").waitFor();
  }

  const entry = (kind, words) => page.locator(`.entry.${kind}`, { hasText: words }).waitFor();

  test("signs in", async () => {
    const { email, password } = demoPeople(desk.demo).people.find(({ name }) => name.startsWith("Maria"));
    await page.goto("/desk/harbor");
    await tabTo(page.getByLabel("E-mail"));
    await type(email);
    await tabTo(page.getByLabel("Password"));
    await type(password);
    await go("Enter", /\/desk\/harbor$/);
    await page.getByRole("heading", { level: 1, name: /kept/ }).waitFor();
  });

  test("walks the queue into a request, and on to the next one", async () => {
    await go("q", /\/requests$/);
    await press("j", "j", "k");
    const href = await page.evaluate(() => document.activeElement.getAttribute("href"));
    assert.match(href, /\/requests\/\d+/);
    await go("Enter", /\/requests\/\d+/);
    const first = page.url();
    await Promise.all([page.waitForURL((url) => url.href !== first), press("j")]);
    await page.locator("#subject").waitFor();
    await go("q", /\/requests$/);
  });

  test("takes a request, answers it, takes the answer back, and sends it", async () => {
    const number = await written("When does the lab open?", "Ada Moreno", "(512) 555-0123");
    await find(number);
    await press("a");
    await focused("details[data-key=a] *");
    await press("Enter");
    await page.locator(".side", { hasText: "Maria Reyes" }).waitFor();
    await press("r");
    await focused("#reply");
    await type("At seven, on weekdays.");
    await press("Control+Enter");
    await page.getByRole("button", { name: /^Take back/ }).waitFor();
    await press("Escape", "u");
    await until("the words are back", async () => (await page.locator("#reply").inputValue()).startsWith("At seven"));
    await press("r");
    await focused("#reply");
    await press("Control+Enter");
    await entry("out", "At seven, on weekdays.");
  });

  test("writes a note, a call that reached nobody, and an answer by phone", async () => {
    const number = await written("Is my letter ready?", "Olga Brandt", "(512) 555-0131");
    await find(number);
    await press("n");
    await focused("#note");
    await type("Ask Dr Ford first");
    await press("Control+Enter");
    await entry("note", "Ask Dr Ford first");
    await press("t");
    await focused("#tried");
    await type("Voicemail");
    await press("Control+Enter");
    await entry("try", "Voicemail");
    await press("p");
    await focused("#said");
    await type("Told her: tomorrow");
    await press("Control+Enter");
    await entry("out", "Told her: tomorrow");
  });

  test("hands one to a colleague, puts it off, and closes it with a reason", async () => {
    const number = await written("Cheap watches here", "Paul Ritter", "(512) 555-0134");
    await find(number);
    await press("a");
    await tabTo(page.locator("#member"));
    await type("Jo");
    await tabTo(page.locator("details[data-key=a]").getByRole("button", { name: "Assign", exact: true }));
    await press("Enter");
    await page.locator(".side", { hasText: "Jo Kim" }).waitFor();
    await press("z");
    await focused("details[data-key=z] *");
    await tabTo(page.getByRole("button", { name: /^Next morning/ }));
    await press("Enter");
    await page.locator(".meta", { hasText: "snoozed until" }).waitFor();
    await press("e");
    await focused("details[data-key=e] *");
    await tabTo(page.locator("#reason"));
    await press("ArrowDown");
    await tabTo(page.locator("details[data-key=e]").getByRole("button", { name: "Close", exact: true }));
    await press("Enter");
    await page.locator(".meta", { hasText: "resolved" }).waitFor();
  });

  test("writes down what somebody asked at the counter", async () => {
    await go("c", /\/requests\/new$/);
    await tabTo(page.getByLabel("Who asks"));
    await type("Rita Ostrom");
    await tabTo(page.getByLabel("Phone"));
    await type("(512) 555-0177");
    await tabTo(page.getByLabel("What they need"));
    await type("A form for the camp");
    await tabTo(page.getByRole("button", { name: "Write it down" }));
    await go("Enter", /\/requests\/\d+/);
    await page.locator("#reply").waitFor();
  });

  test("joins two of one person, and takes them apart again", async () => {
    const first = await written("Do you have my results?", "Nora Vance", "(512) 555-0188");
    const second = await written("And my referral, please", "Nora Vance", "(512) 555-0188");
    await find(second);
    await tabTo(page.getByRole("button", { name: "Join it" }).first());
    await press("Enter");
    await page.locator(".side a", { hasText: `#${first}` }).waitFor();
    const apart = page.getByRole("button", { name: new RegExp(`Take #?${first} apart|#${first}`) }).first();
    await tabTo(apart);
    await press("Enter");
    await apart.waitFor({ state: "detached" });
    await page.locator("#subject").waitFor();
  });

  test("chooses some in the queue, gives them to somebody, and undoes it", async () => {
    await go("q", /\/requests$/);
    await press("j", "x", "j", "x");
    assert.equal(await page.locator("[data-rows] input:checked").count(), 2);
    await press("m");
    await focused("[data-bulk] *");
    await tabTo(page.locator("#bulk-member"));
    await type("Jo");
    await tabTo(page.locator("[data-bulk] button[value=assign]"));
    await press("Enter");
    await page.locator("#outcome").waitFor();
    await press("u");
    await until("it is undone", async () => /undone|as before|back/i.test(await page.locator("#outcome").innerText()));
  });

  test("puts a visit on the list to schedule, tries, and books it", async () => {
    const number = await written("We need a check-up for Leo, mornings are best", "Ines Falk", "(512) 555-0132");
    await find(number);
    await press("s");
    await focused("#what, #can");
    await tabTo(page.locator("#can"));
    await type("Any morning");
    await tabTo(page.locator("details[data-key=s] .btn"));
    await press("Enter");
    await page.locator("a[data-key=s]").waitFor();
    await go("s", /\/to-schedule\/./);
    await press("t");
    await focused("details[data-key=t] *");
    await tabTo(page.locator("details[data-key=t] .btn"));
    await press("Enter");
    await page.locator(".ties li").waitFor();
    await press("b");
    await focused("#at");
    await type("01152027");
    await press("Tab");
    await type("0930AM");
    await tabTo(page.locator("details[data-key=b] .btn"));
    await go("Enter", /\/requests\/\d+\?booked=/);
    assert.match(await page.locator("#reply").inputValue(), /9:30/, "the answer is drafted");
    await go("l", /\/to-schedule$/);
  });

  test("acknowledges words of danger, with the clinicians' questions before the eyes", async () => {
    const number = await written("My chest hurts and I can't breathe", "Hugo Lind", "(512) 555-0190");
    await page.goto("/desk/harbor");
    await until("it rings", () => page.locator("#ring .bell").first().isVisible());
    await go("!", /\/requests\/\d+/);
    if (!page.url().endsWith(`/${number}`)) await find(number);
    await press("!");
    await focused("details[data-key='!'] *");
    await page.locator(".questions").first().waitFor();
    await press("Enter");
    await page.locator(".alert-done").waitFor();
  });

  test("copies a thread, reads the keys, and signs out", async () => {
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await press("y");
    await until("it is copied", () => page.evaluate(async () => (await navigator.clipboard.readText()).includes("My chest hurts")));
    await press("?");
    await page.locator("#keys").waitFor();
    await press("Escape");
    await until("the sheet is shut", async () => !(await page.locator("#keys").isVisible()));
    await tabTo(page.getByRole("button", { name: "Sign out" }));
    await go("Enter", /sign-in/);
  });
});
