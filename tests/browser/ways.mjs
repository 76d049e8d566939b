// The ways that tests and pictures share: who the demo's people are, how one of them signs in, how a patient asks, and how
// to wait for something that the desk does by itself.
import assert from "node:assert/strict";

/** The longest that the desk takes by itself is the ten seconds of an undo and a worker's next look. */
const PATIENCE_MS = 30_000;

/** Everybody who may sign in, as the demo command printed them, and the practice's slug. */
export function demoPeople(demo) {
  const lines = demo.split("\n").filter((text) => text.includes("@"));
  assert.ok(lines.length > 0, `the demo printed no sign-in:\n${demo}`);
  const slug = demo.match(/\/desk\/([a-z0-9-]+)/)?.[1];
  assert.ok(slug, `the demo printed no /desk/... address:\n${demo}`);
  const people = lines.map((line) => {
    const [email, password, ...who] = line.slice(line.search(/\S+@/)).trim().split(/\s+/);
    return { email, password, name: who.join(" ").replace(/[()]/g, "").split(",")[0] };
  });
  return { slug, people };
}

/** Signs a member in by the page, the demo's first if none is named, and waits until the desk stands. */
export async function signIn(page, desk, name = "") {
  const { slug, people } = demoPeople(desk.demo);
  const { email, password } = people.find((member) => member.name.startsWith(name));
  await page.goto(`/desk/${slug}`);
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("navigation", { name: "Desk" }).waitFor();
}

/** Looks again and again until `look` gives something true; fails by `what` when it never does. */
export async function until(what, look) {
  const end = Date.now() + PATIENCE_MS;
  for (;;) {
    const seen = await look();
    if (seen) return seen;
    assert.ok(Date.now() < end, `waited in vain until ${what}`);
    await new Promise((later) => setTimeout(later, 250));
  }
}

/** Loads the page again until it says `text`. */
export async function says(page, text) {
  await until(`${page.url()} says ${text}`, async () => {
    await page.reload();
    return page.getByText(text).first().isVisible();
  });
}

/** Presses Send until the form is taken: who is faster than a person is asked to press once more. */
export async function send(page, { button = "Send", hurry = "That was fast" } = {}) {
  await until("the form was taken", async () => {
    const answered = page.waitForEvent("domcontentloaded");
    await page.getByRole("button", { name: button, exact: true }).click();
    await answered;
    return !(await page.getByText(hurry).isVisible());
  });
}

/** A patient asks on the practice's page. Gives the address of the request's own page, without its confirmation. */
export async function ask(page, slug, { words, name = "Ada Moreno", phone = "(512) 555-0123", email, kind } = {}) {
  await page.goto(`/${slug}/ask`);
  if (kind) await page.getByLabel(kind, { exact: true }).check();
  await page.getByLabel("What do you need?").fill(words);
  await page.getByLabel("Your name").fill(name);
  await page.getByLabel("Phone").fill(phone);
  if (email) await page.getByLabel("E-mail").fill(email);
  await send(page);
  await page.getByRole("heading", { name: "Thank you, we have your request" }).waitFor();
  return page.url().replace(/\?.*/, "");
}

/** The number that people call a request by, as the patient's page says it. */
export async function numberOf(page) {
  return (await page.locator(".lead").innerText()).match(/#(\d+)/)[1];
}

/** Gives who asked a request a child and a court order, and puts the request on the list to schedule. */
export async function family(page, request) {
  await page.goto(request);
  const person = await page.getByRole("link", { name: "Their page" }).getAttribute("href");
  const personId = person.match(/[^/]+$/)[0];
  let patient = "";
  for (const [name, kind] of [["Noor Weiss", "no_access"], ["Noa Weiss", "parent"]]) {
    await page.goto(`/desk/harbor/patients/new?person=${personId}`);
    await page.getByLabel("Name", { exact: true }).fill(name);
    await page.getByLabel("Birth date").fill("2019-05-03");
    await page.getByLabel("Relation").selectOption(kind);
    await page.getByRole("button", { name: "Add" }).click();
    await page.getByRole("heading", { name: "Patients they ask for" }).waitFor();
    patient = await page.getByRole("link", { name, exact: true }).first().getAttribute("href");
  }
  await page.goto(`${request}/to-schedule`);
  await page.getByLabel("When they can come").fill("After school");
  await page.getByRole("button", { name: "Put on the list" }).click();
  await page.locator("#reply").waitFor();
  const item = await page.locator("a[href*='/to-schedule/']").last().getAttribute("href");
  return { person, personId, patient, item };
}
