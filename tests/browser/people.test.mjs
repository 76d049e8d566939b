// People at the desk by keys alone: about whom a request is, the copy for the chart, a visit that is tried and booked; and a
// family on one number of whom nobody reads another's words.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch } from "./chromium.mjs";
import { startDesk } from "./desk.mjs";
import { openPage } from "./look.mjs";
import { ask, family, numberOf, signIn } from "./ways.mjs";

let desk;
let browser;
before(async () => {
  desk = await startDesk();
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await desk?.stop();
});

const open = (look = {}) => openPage(browser, desk.address, look);

test("a request is put on the list, tried and booked by keys alone, and its reply is drafted", async () => {
  const patient = await open();
  await ask(patient, "harbor", { words: "She needs her flu shot", name: "Ruth Osei", phone: "(512) 555-0161" });
  const number = await numberOf(patient);
  const page = await open();
  await signIn(page, desk, "Maria");
  await page.goto(`/desk/harbor/requests/${number}`);
  await page.keyboard.press("s");
  await page.keyboard.press("Tab");
  await page.keyboard.type("After school");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.locator(".event", { hasText: "Put on the list to schedule" }).waitFor();
  await page.keyboard.press("l");
  await page.getByRole("heading", { name: "To schedule" }).waitFor();
  await page.locator("[data-row]", { hasText: "Ruth Osei" }).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Ruth Osei" }).waitFor();
  await page.keyboard.press("t");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.type("Her mother calls back");
  await page.keyboard.press("Enter");
  await page.locator(".said", { hasText: "Her mother calls back" }).waitFor();
  await page.keyboard.press("b");
  await page.getByLabel("Day and time").fill("2100-11-12T09:30");
  await page.keyboard.press("Enter");
  await page.locator("#reply").waitFor();
  assert.match(await page.locator("#reply").inputValue(), /^Your visit is booked for .*2100 at 9:30 am\./);
});

test("the thread is copied for the chart with one key", async () => {
  const patient = await open();
  await ask(patient, "harbor", { words: "Is the referral ready?", name: "Ola Berg", phone: "(512) 555-0162" });
  const number = await numberOf(patient);
  const page = await open();
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"], { origin: desk.address });
  await signIn(page, desk, "Maria");
  await page.goto(`/desk/harbor/requests/${number}`);
  await page.keyboard.press("y");
  await page.getByText("Copied for the chart").waitFor();
  assert.match(await page.evaluate(() => navigator.clipboard.readText()), /Ola Berg:\nIs the referral ready\?/);
});

test("a mother and a grandmother on one number read only their own words", async () => {
  const said = [["Luz Garza", "Leo has a rash"], ["Rosa Garza", "My own refill"]];
  const links = [];
  for (const [name, words] of said) {
    const page = await open();
    links.push([page, await ask(page, "harbor", { words, name, phone: "(512) 555-0163" }), words]);
  }
  for (const [page, link, words] of links) {
    await page.goto(link);
    const text = await page.locator("main").innerText();
    for (const [, other] of said) assert.equal(text.includes(other), other === words, `${words}: ${other}`);
  }
  const staff = await open();
  await signIn(staff, desk, "Maria");
  await staff.goto("/desk/harbor/people?q=garza");
  assert.equal(await staff.locator("[data-row]", { hasText: "Garza" }).count(), 2);
  await staff.locator("[data-row]", { hasText: "Luz Garza" }).click();
  await staff.getByText("2 people use this number or address").waitFor();
});

test("a court order is said loudly on the person's page, and names of any script break nothing", async () => {
  const patient = await open();
  await ask(patient, "harbor", { words: "How is Noor?", name: "Nora Weiss", phone: "(512) 555-0164" });
  const number = await numberOf(patient);
  const page = await open({ width: 320 });
  await signIn(page, desk, "Maria");
  const { person } = await family(page, `/desk/harbor/requests/${number}`);
  await page.goto(person);
  await page.getByRole("heading", { name: "Nora Weiss has no access to Noor Weiss, by court order" }).waitFor();
  for (const name of ["W".repeat(200), "نور الهدى", "🎉🎉 Ng"]) {
    await page.goto("/desk/harbor/people/new");
    await page.getByLabel("Name", { exact: true }).fill(name);
    await page.getByRole("button", { name: "Add" }).click();
    await page.getByRole("heading", { name }).waitFor();
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    assert.ok(wide <= 0, `${name} is ${wide} px wider than the screen`);
  }
});
