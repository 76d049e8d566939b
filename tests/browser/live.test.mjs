// Two people at one desk, each with a browser: what one does, the other sees without loading the page, and nothing under
// anybody's hands moves. The network is cut and comes back; words that were begun are found again.
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

const sessions = new WeakMap();

/** The browser's own way to be without a network; what one session of the debugger cut, only the same one gives back. */
async function network(page, offline) {
  if (!sessions.has(page)) sessions.set(page, await page.context().newCDPSession(page));
  const session = sessions.get(page);
  await session.send("Network.enable");
  await session.send("Network.emulateNetworkConditions", { offline, latency: 0, downloadThroughput: -1, uploadThroughput: -1 });
}

/** What a page shows, without what differs from reader to reader. */
const shown = (page) => page.evaluate(() => [...document.querySelectorAll(".thread li, .rows .row")].map((line) => line.textContent.replace(/\s+/g, " ").trim()));

describe("live screens", () => {
  let desk, browser;
  const seats = {};
  let open = [];

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
    // What lives is there in a second or two; the machine may be slow.
    page.setDefaultTimeout(12_000);
    open.push(page);
    return page;
  }

  /** The password that was made for a member, as the command printed it. */
  const password = (login) => desk.demo.match(new RegExp(`${PEOPLE[login]}.*now: (.+)|${login}@.*now: (.+)`)).slice(1).find(Boolean).trim();

  async function sign(page, login) {
    await page.goto("/desk/harbor");
    await page.getByLabel("E-mail").fill(`${login}@harbor.example`);
    await page.getByLabel("Password").fill(password(login));
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.getByRole("navigation", { name: "Desk" }).waitFor();
  }

  /** A member's page on a device of their own. */
  async function seat(login) {
    if (!seats[login]) {
      const page = await visitor();
      await sign(page, login);
      seats[login] = await page.context().storageState();
    }
    return visitor({ storageState: seats[login] });
  }

  async function asked(words, name = "Ada Moreno") {
    const patient = await visitor();
    await ask(patient, "harbor", { words, name });
    return numberOf(patient);
  }

  const answer = async (page, words) => {
    await page.locator("#reply").fill(words);
    await page.getByRole("button", { name: /^Send to/ }).click();
    await page.getByRole("button", { name: /^Take back/ }).waitFor();
  };

  test("a reply in one browser shows in the other's thread, queue and counts, and nothing is loaded again", async () => {
    const number = await asked("When does the lab open?");
    const [maria, queue, jo] = [await seat("maria"), await seat("maria"), await seat("jo")];
    await maria.goto(`/desk/harbor/requests/${number}`);
    await queue.goto("/desk/harbor/requests");
    await jo.goto(`/desk/harbor/requests/${number}`);
    for (const page of [maria, queue]) await page.evaluate(() => (globalThis.stayed = true));
    await answer(jo, "At seven.");
    await maria.locator(".entry.out", { hasText: "At seven." }).waitFor();
    await until("the reply is out and the row has left the queue", async () => (await queue.locator(`#r${number}`).count()) === 0);
    for (const page of [maria, queue]) assert.ok(await page.evaluate(() => globalThis.stayed), "the page was not loaded again");
  });

  test("the list beside a request stays when the page is brought up to date, and the next one is still a key away", async () => {
    await asked("May I bring my dog?", "Cy Moreno");
    const number = await asked("Is there parking?", "Di Moreno");
    const [maria, jo] = [await seat("maria"), await seat("jo")];
    await maria.goto("/desk/harbor/requests");
    await maria.locator(`#r${number} [data-row]`).click();
    await maria.locator("#subject").waitFor();
    await jo.goto(`/desk/harbor/requests/${number}`);
    await answer(jo, "Behind the house.");
    await maria.locator(".entry.out", { hasText: "Behind the house." }).waitFor();
    assert.ok(await maria.locator("main.three > .list").isVisible(), "the list is there");
    const here = maria.url();
    await Promise.all([maria.waitForURL((url) => url.href !== here), maria.keyboard.press("k")]);
  });

  test("a new request comes into the queue and into the count in the bar by itself", async () => {
    const queue = await seat("maria");
    await queue.goto("/desk/harbor/requests");
    await until("the stream stands", () => queue.evaluate(() => document.getElementById("live").dataset.stream !== ""));
    const count = async () => Number((await queue.locator("header nav b").innerText().catch(() => "0")) || 0);
    const before = await count();
    const number = await asked("Can I come today?", "Bo Lindgren");
    await queue.locator(`#r${number}`, { hasText: "Bo Lindgren" }).waitFor();
    await until("the count in the bar follows", async () => (await count()) === before + 1);
  });

  test("the focus, the caret and the words stay while the page changes around them", async () => {
    const number = await asked("Do I need an appointment?");
    const [maria, jo] = [await seat("maria"), await seat("jo")];
    await maria.goto(`/desk/harbor/requests/${number}`);
    await jo.goto(`/desk/harbor/requests/${number}`);
    await maria.locator("#reply").click();
    await maria.keyboard.type("No, just come in");
    for (let presses = 0; presses < 7; presses += 1) await maria.keyboard.press("ArrowLeft");
    await maria.locator("details[data-key=z] > summary").evaluate((fold) => (fold.parentElement.open = true));
    await jo.locator("details[data-key=n] > summary").click();
    await jo.locator("#note").fill("She called, too.");
    await jo.locator("details[data-key=n] button").last().click();
    await maria.locator(".entry.note", { hasText: "She called, too." }).waitFor();
    const held = await maria.locator("#reply").evaluate((field) => ({
      focus: document.activeElement === field,
      caret: field.selectionStart,
      words: field.value,
    }));
    assert.deepEqual(held, { focus: true, caret: "No, just".length + 1, words: "No, just come in" });
    assert.ok(await maria.locator("details[data-key=z]").evaluate((fold) => fold.open), "an open fold stays open");
    await maria.keyboard.type("do ");
    assert.equal(await maria.locator("#reply").inputValue(), "No, just do come in");
    await axe(maria);
  });

  test("a colleague who looks or writes is named, and no longer once they have gone", async () => {
    const number = await asked("Is my form ready?");
    const [maria, jo] = [await seat("maria"), await seat("jo")];
    await maria.goto(`/desk/harbor/requests/${number}`);
    await jo.goto(`/desk/harbor/requests/${number}`);
    await maria.getByText("Jo Kim is looking").waitFor();
    await jo.locator("#reply").pressSequentially("Yes");
    await maria.getByText("Jo Kim is writing").waitFor();
    assert.equal(await jo.getByText("Jo Kim is").count(), 0);
    await jo.goto("/desk/harbor/requests");
    await jo.locator(`#r${number} .present`, { hasText: "Maria Reyes is looking" }).waitFor();
    await until("Jo is no longer named", async () => (await maria.getByText("Jo Kim is").count()) === 0);
  });

  test("a network that is cut and comes back leaves both screens equal", async () => {
    const number = await asked("Which pharmacy has it?");
    const [maria, jo] = [await seat("maria"), await seat("jo")];
    await maria.goto(`/desk/harbor/requests/${number}`);
    await jo.goto(`/desk/harbor/requests/${number}`);
    await maria.locator("#reply").fill("The one on Elm Street");
    await until("the draft is saved", () => maria.getByText(/^Draft saved/).isVisible());
    await network(maria, true);
    await maria.getByText(/^No connection/).waitFor();
    await maria.locator("#reply").pressSequentially(", I think");
    await maria.getByText("Not saved yet.").waitFor();
    await jo.locator("details[data-key=n] > summary").click();
    await jo.locator("#note").fill("It is on Main Street now.");
    await jo.locator("details[data-key=n] button").last().click();
    await jo.locator(".entry.note").waitFor();
    await network(maria, false);
    await maria.locator(".entry.note", { hasText: "Main Street" }).waitFor();
    await until("both show the same", async () => JSON.stringify(await shown(maria)) === JSON.stringify(await shown(jo)));
    await until("the draft is saved, too", () => maria.getByText(/^Draft saved/).isVisible());
    assert.equal(await maria.locator("#reply").inputValue(), "The one on Elm Street, I think");
    await until("the line is spoken of no more", async () => !(await maria.getByText(/^No connection/).isVisible()));
  });

  test("nothing is sent into a line that is gone: the words stay, and one press sends them when it is back", async () => {
    const number = await asked("Is the form ready?");
    const maria = await seat("maria");
    await maria.goto(`/desk/harbor/requests/${number}`);
    await network(maria, true);
    await maria.locator("#reply").fill("It is, at the front desk.");
    await maria.keyboard.press("Control+Enter");
    await maria.getByText(/^Not sent: there is no connection/).waitFor();
    assert.equal(await maria.locator("#reply").inputValue(), "It is, at the front desk.");
    assert.equal(await maria.locator(".entry.out").count(), 0);
    await network(maria, false);
    await maria.locator("#reply").press("Control+Enter");
    await maria.locator(".entry.out", { hasText: "It is, at the front desk." }).waitFor();
    assert.equal(await maria.locator("#reply").inputValue(), "", "sent words are no draft any more");
  });

  test("a screen that was asleep ends equal", async () => {
    const number = await asked("Can you call me?");
    const [maria, jo] = [await seat("maria"), await seat("jo")];
    await maria.goto("/desk/harbor/requests");
    // As a lid that is shut: the page is hidden, its stream closed.
    const lid = (hidden) => maria.evaluate((is) => {
      Object.defineProperty(document, "hidden", { value: is, configurable: true });
      document.dispatchEvent(new Event("visibilitychange"));
    }, hidden);
    await lid(true);
    await jo.goto(`/desk/harbor/requests/${number}`);
    await jo.locator("details[data-key=a] > summary").click();
    await jo.getByRole("button", { name: "I take it" }).or(jo.locator("details[data-key=a] form").first().getByRole("button")).first().click();
    await until("it is Jo's", async () => (await jo.locator(".side").innerText()).includes("Jo Kim"));
    await lid(false);
    await maria.locator(`#r${number} .av[title="Jo Kim"]`).waitFor();
  });

  test("a draft survives a reload and signing out, and can be thrown away", async () => {
    const number = await asked("What does it cost?");
    const page = await visitor();
    await sign(page, "maria");
    await page.goto(`/desk/harbor/requests/${number}`);
    await page.locator("#reply").pressSequentially("About twenty");
    await page.getByText(/^Draft saved/).waitFor();
    await page.reload();
    assert.equal(await page.locator("#reply").inputValue(), "About twenty");
    await page.getByRole("button", { name: "Sign out" }).click();
    await page.getByLabel("Password").waitFor();
    await sign(page, "maria");
    await page.goto(`/desk/harbor/requests/${number}`);
    await page.getByText(/^Your draft from/).waitFor();
    assert.equal(await page.locator("#reply").inputValue(), "About twenty");
    await page.getByRole("button", { name: "Throw it away" }).click();
    await until("it is gone on the server", async () => {
      await page.reload();
      return (await page.locator("#reply").inputValue()) === "";
    });
  });

  test("rows that come don't move the row under the pointer until hands rest, and they say that they wait", async () => {
    const first = await asked("First of two", "Cy Young");
    const queue = await seat("maria");
    await queue.goto("/desk/harbor/requests");
    await queue.locator(`#r${first} [data-row]`).focus();
    const keepBusy = setInterval(() => void queue.keyboard.press("Shift").catch(() => {}), 500);
    const second = await asked("Second of two", "Di Young");
    await queue.getByRole("button", { name: /^Show/ }).waitFor();
    assert.equal(await queue.locator(`#r${second}`).count(), 0);
    clearInterval(keepBusy);
    await queue.keyboard.press(".");
    await queue.locator(`#r${second}`).waitFor();
    assert.ok(await queue.locator(`#r${first} [data-row]`).evaluate((row) => row === document.activeElement), "the focus stays on its row");
  });

  test("the search on / finds by keys alone: a request, a page, and what this page can do", async () => {
    const number = await asked("Where do I park?");
    const page = await seat("maria");
    await page.goto("/desk/harbor");
    await page.keyboard.press("/");
    const field = page.locator("#palette-q");
    await field.waitFor();
    await page.keyboard.type(number);
    await page.getByRole("option", { name: new RegExp(`#${number}`) }).waitFor();
    await axe(page);
    await page.keyboard.press("Enter");
    await page.locator("#reply").waitFor();
    await page.keyboard.press("/");
    await page.keyboard.type("snooze");
    await page.getByRole("listbox", { name: "Find" }).getByRole("option", { name: /Snooze/ }).waitFor();
    await page.keyboard.press("Escape");
    await until("the search is shut", async () => !(await field.isVisible()));
    const sheet = page.getByRole("dialog", { name: "Keys" });
    // The field may still have the keys in the moment in which it goes.
    await until("the sheet of keys is open", async () => {
      if (!(await sheet.isVisible())) await page.keyboard.press("?");
      return sheet.isVisible();
    });
    assert.match(await sheet.innerText(), /find a request/);
  });
});
