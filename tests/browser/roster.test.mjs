// The roster in a browser: entered without JavaScript, lived by two people at once, sick and swapped in two presses.
import assert from "node:assert/strict";
import { after, afterEach, before, describe, test } from "node:test";
import { launch } from "./chromium.mjs";
import { addLine, addShift } from "./desk/roster.mjs";
import { startDesk } from "./desk.mjs";
import { openPage, reads } from "./look.mjs";
import { until } from "./ways.mjs";

const PEOPLE = { dana: "Dana Brooks", maria: "Maria Reyes", jo: "Jo Kim" };
const MADE = [
  ["practice", "add", "harbor", "--name", "Harbor", "--timezone", "UTC", "--hours", "24/7", "--phone", "(512) 555-0111"],
  ...Object.entries(PEOPLE).map(([login, name]) => ["member", "add", "harbor", "--login", `${login}@harbor.example`, "--name", name, "--role", login === "dana" ? "administrator" : "front_desk"]),
];

describe("the roster", () => {
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

  /** A page of a member, signed in once and then by their cookie. */
  async function seat(login, look = {}) {
    const page = await openPage(browser, desk.address, { ...look, storageState: seats[login] });
    page.setDefaultTimeout(12_000);
    open.push(page);
    await page.goto("/desk/harbor/roster");
    if (!seats[login]) {
      await page.getByLabel("E-mail").fill(`${login}@harbor.example`);
      await page.getByLabel("Password").fill(passwordOf(login));
      await page.getByRole("button", { name: "Sign in", exact: true }).click();
      await page.getByRole("navigation", { name: "Desk" }).waitFor();
      seats[login] = await page.context().storageState();
      await page.goto("/desk/harbor/roster");
    }
    return page;
  }

  /** The password that was made for a member, as the command printed it. */
  const passwordOf = (login) => desk.demo.match(new RegExp(`${login}@.*now: (.+)|${PEOPLE[login]}.*now: (.+)`)).slice(1).find(Boolean).trim();

  const line = (page) => page.locator("section.line", { hasText: "Main line" });

  test("is entered without JavaScript: a line, a shift on every day, who answers after hours", async () => {
    const page = await seat("dana", { javaScript: false });
    await page.getByText("No phone lines yet").waitFor();
    await addLine(page, "Main line");
    await page.goto("/desk/harbor/roster");
    await page.getByText("Lines without a roster").waitFor();
    await addShift(page, { who: "Maria Reyes", line: "Main line", hours: "0:00-24:00" });
    await line(page).getByText("Maria Reyes").first().waitFor();
    await page.goto("/desk/harbor/roster/on-call");
    await page.getByLabel("Who", { exact: true }).selectOption("Jo Kim");
    await page.getByRole("button", { name: "Put on call" }).click();
    await page.locator(".errors").waitFor();
    await page.goto("/desk/harbor/roster");
    await line(page).getByRole("link", { name: "Change the answering service" }).click();
    await page.getByLabel("Name").fill("Night Owls");
    await page.getByRole("button", { name: "Save" }).click();
    await line(page).getByText("Answering service: Night Owls").waitFor();
  });

  test("one press signs in, the other screen sees it without loading, and the focus stays where it is", async () => {
    const [dana, maria] = [await seat("dana"), await seat("maria")];
    const held = dana.getByRole("link", { name: "Week after" });
    await held.focus();
    await line(dana).getByText("Nobody is signed in now.").waitFor();
    await maria.keyboard.press("i");
    await line(maria).getByText("Signed in now: Maria Reyes.").waitFor();
    await line(dana).getByText("Signed in now: Maria Reyes.").waitFor();
    assert.ok(await held.evaluate((link) => link === document.activeElement), "the focus was moved");
    await maria.getByRole("button", { name: "Sign out of Main line" }).waitFor();
    await maria.getByText("Your shift ends").waitFor();
  });

  test("sick is two presses, and Today says which line will have nobody before it comes", async () => {
    const page = await seat("dana");
    await page.getByRole("link", { name: "Week after" }).click();
    await line(page).locator(".turn a").first().click();
    await page.getByRole("button", { name: "Sick" }).click();
    await line(page).getByText("Sick: nobody stands in").waitFor();
    await reads(page, "roster-sick");
    await page.goto("/desk/harbor/roster");
    await line(page).getByText("Nobody is planned from").waitFor();
    await page.getByRole("link", { name: "Week after" }).click();
    await line(page).locator(".turn a").first().click();
    await page.getByLabel("Who stands in").selectOption("Jo Kim");
    await page.getByRole("button", { name: "Swap" }).click();
    await line(page).getByText("Swapped: Jo Kim stands in").waitFor();
  });

  test("the promise is one click from its figures, its weeks and its gaps", async () => {
    const page = await seat("dana");
    await page.goto("/desk/harbor");
    const card = page.locator("article.p", { hasText: "always picks up" });
    await card.getByRole("link", { name: "How it is counted" }).click();
    await page.getByRole("heading", { name: "Phones always covered" }).waitFor();
    await page.getByText("Main line").first().waitFor();
    await reads(page, "coverage");
  });

  test("who stands at the front desk sees no way to change it, and their own shifts alone", async () => {
    const page = await seat("jo");
    assert.equal(await page.getByRole("link", { name: "Add a shift" }).count(), 0);
    assert.equal(await page.locator(".turn a").count(), 0);
    const response = await page.goto("/desk/harbor/roster/shifts/new");
    assert.equal(response.status(), 404);
    await page.goto("/desk/harbor/roster");
    await page.getByRole("link", { name: "My shifts" }).click();
    await page.getByRole("heading", { name: "My shifts" }).waitFor();
    await until("her own shift is there", () => page.getByText("You stand in for Maria Reyes").first().isVisible());
    await reads(page, "roster-own");
  });
});
