// The practice's own pages on a desk with a real table of places: what its people enter stands on the pages, somebody finds the
// nearest place by a postal code, with and without JavaScript; axe and Lighthouse find no fault in them.
import assert from "node:assert/strict";
import { after, afterEach, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import lighthouse from "lighthouse";
import { launch } from "./chromium.mjs";
import { sparePort, startDesk } from "./desk.mjs";
import { axe, openPage, reads } from "./look.mjs";

const table = fileURLToPath(new URL("../../data/places/va_facilities_2020.csv.xz", import.meta.url));

const MADE = [
  ["practice", "add", "harbor", "--name", "Harbor Family Practice", "--timezone", "America/New_York", "--hours", "Mon-Fri 08:00-17:00", "--phone", "(512) 555-0111"],
  ["member", "add", "harbor", "--login", "dana@harbor.example", "--name", "Dana Brooks", "--role", "administrator"],
  ["member", "add", "harbor", "--login", "amara@harbor.example", "--name", "Dr. Amara Osei", "--role", "clinician"],
  ["import", "places", table, "--practice", "harbor"],
];

const BRING = "Your insurance card\nThe yellow vaccination book\nA list of medicines";

describe("the practice's own pages", () => {
  let desk, browser, port, location, seat;
  let open = [];

  before(async () => {
    desk = await startDesk({ made: MADE });
    port = await sparePort();
    browser = await launch([`--remote-debugging-port=${port}`]);
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

  async function dana() {
    if (seat) return visitor({ storageState: seat });
    const page = await visitor();
    await page.goto("/desk/harbor");
    await page.getByLabel("E-mail").fill("dana@harbor.example");
    await page.getByLabel("Password").fill(desk.demo.match(/dana@\S+ works at .*?; password.*: (\S.*)/)?.[1].trim() ?? desk.demo.match(/Dana Brooks.*: (.+)|dana@.*: (.+)/).slice(1).find(Boolean).trim());
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.getByRole("navigation", { name: "Desk" }).waitFor();
    seat = await page.context().storageState();
    return page;
  }

  /** Fills a form of the settings in and saves it. */
  async function save(page, fields, ticks = []) {
    for (const [label, value] of Object.entries(fields)) await page.getByLabel(label, { exact: true }).fill(value);
    for (const label of ticks) await page.getByLabel(label, { exact: true }).check();
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await page.getByText("Saved.").waitFor();
  }

  test("tell what was entered once: a location, a doctor and what to bring", async () => {
    const page = await dana();
    await page.goto("/desk/harbor/settings/locations/new");
    await save(page, { Name: "North Office", Address: "1200 Harbor St, New York, NY 10001", "Latitude and longitude": "40.7506, -73.9972" });
    await page.goto("/desk/harbor/settings/doctors");
    await page.getByRole("link", { name: "Dr. Amara Osei" }).click();
    await save(page, { "After the name": "MD, FAAP", Languages: "en, es", "What patients read, in English": "For children of every age.\nShe listens first." }, ["Named on the website", "Takes new patients"]);
    await page.goto("/desk/harbor/settings/words");
    await save(page, { "What to bring to a visit, in English": BRING });

    const patient = await visitor({ javaScript: false, width: 320 });
    await patient.goto("/harbor");
    const ways = patient.getByRole("navigation", { name: "About us" });
    await ways.getByRole("link", { name: "Our doctors" }).click();
    await patient.getByRole("heading", { name: "Dr. Amara Osei, MD, FAAP" }).waitFor();
    await patient.getByText("Speaks English, Spanish").waitFor();
    await patient.getByText("Takes new patients").waitFor();
    await ways.getByRole("link", { name: "What to bring" }).click();
    await patient.getByRole("listitem").filter({ hasText: "The yellow vaccination book" }).waitFor();
    await ways.getByRole("link", { name: "Locations" }).click();
    await patient.getByRole("main").getByRole("link", { name: "North Office" }).click();
    await patient.getByRole("heading", { name: "North Office" }).waitFor();
    location = new URL(patient.url()).pathname;
    assert.match(await patient.getByRole("link", { name: /^Directions/ }).getAttribute("href"), /^https:\/\/www\.openstreetmap\.org\/directions\?to=40\.7506%2C-73\.9972$/);
    assert.equal(await patient.getByRole("row").count(), 7);
    const data = JSON.parse(await patient.locator('script[type="application/ld+json"]').textContent());
    assert.equal(data["@graph"][0]["@type"], "MedicalClinic");
    assert.equal(data["@graph"][0].geo.latitude, 40.7506);
  });

  test("find the nearest place by a postal code with the keyboard alone, and without JavaScript", async () => {
    for (const javaScript of [true, false]) {
      const page = await visitor({ javaScript });
      await page.goto("/harbor/find");
      await page.getByLabel("Your ZIP code").focus();
      await page.keyboard.type("10001");
      await page.keyboard.press("Enter");
      await page.getByRole("heading", { name: "The 5 nearest to 10001" }).waitFor();
      const places = page.locator(".near li");
      await places.nth(0).getByRole("link", { name: "North Office", exact: true }).waitFor();
      await places.nth(1).getByRole("heading", { name: "Manhattan VA Medical Center" }).waitFor();
      await places.nth(1).getByText("1.3 miles").waitFor();
      await places.nth(1).getByText("Open now").waitFor();
      assert.equal(await page.getByLabel("Your ZIP code").inputValue(), "10001");
    }
  });

  test("say beside the field what is no postal code, in both languages", async () => {
    for (const [typed, said, lang] of [["1000", "Type the five digits", "en"], ["00000", "No conocemos ese código postal", "es"]]) {
      const page = await visitor();
      await page.goto(`/harbor/find?near=${typed}&lang=${lang}`);
      await page.getByRole("alert").filter({ hasText: said }).waitFor();
      assert.equal(await page.locator("#near").getAttribute("aria-invalid"), "true");
      await axe(page);
    }
  });

  test("answer machines as the command does", async () => {
    for (const [code, station, kilometres] of [["60601", "537GD", 0.901], ["94103", "0620V", 1.049], ["59001", "436GN", 71.507]]) {
      const answered = await fetch(`${desk.address}/harbor/find?near=${code}`, { headers: { accept: "application/json" } });
      const [first] = (await answered.json()).places;
      assert.equal(first.external_id, station);
      assert.equal(first.distance_km, kilometres);
    }
  });

  const addresses = () => ({ home: "/harbor", doctors: "/harbor/doctors", locations: "/harbor/locations", location, bring: "/harbor/bring", contact: "/harbor/contact", near: "/harbor/find?near=10001" });

  for (const name of Object.keys(addresses())) {
    for (const language of ["en", "es"]) {
      test(`${name} reads in ${language}, light and dark, narrow and wide`, async () => {
        const page = await visitor();
        const to = addresses()[name];
        const response = await page.goto(`${to}${to.includes("?") ? "&" : "?"}lang=${language}`);
        // What to bring is worded in English only: there is no such page in Spanish.
        assert.equal(response.status(), name === "bring" && language === "es" ? 404 : 200);
        await reads(page, `places-${name}-${language}`);
      });
    }
  }

  for (const name of ["home", "location", "near"]) {
    test(`Lighthouse gives ${name} at least 95 in all four`, async () => {
      const address = new URL(addresses()[name], desk.address).href;
      const { lhr } = await lighthouse(address, { port, logLevel: "error", onlyCategories: ["performance", "accessibility", "best-practices", "seo"] });
      assert.equal(lhr.runtimeError, undefined, JSON.stringify(lhr.runtimeError));
      const scores = Object.fromEntries(Object.entries(lhr.categories).map(([key, { score }]) => [key, Math.round(score * 100)]));
      const faults = Object.values(lhr.audits).filter(({ score, scoreDisplayMode }) => scoreDisplayMode === "binary" && score < 1).map(({ id }) => id);
      console.log(`${name}: ${JSON.stringify(scores)} ${faults}`);
      for (const [key, score] of Object.entries(scores)) assert.ok(score >= 95, `${key} of ${name} is ${score}: ${faults}`);
    });
  }
});
