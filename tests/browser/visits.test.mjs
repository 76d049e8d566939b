// Visits at the desk: a calendar's table is read by command, the page says who comes back, and each figure leads to its patients
// by keys alone; a patient leaves and is a patient again, without JavaScript, too.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { promisify } from "node:util";
import { launch } from "./chromium.mjs";
import { binary, startDesk } from "./desk.mjs";
import { openPage, reads } from "./look.mjs";

const MADE = [
  ["practice", "add", "harbor", "--name", "Harbor Pediatrics", "--timezone", "America/New_York", "--hours", "24/7"],
  ["member", "add", "harbor", "--name", "Maria Reyes", "--login", "maria@harbor.example", "--role", "manager"],
];
const DAY = 86_400_000;

/** Forty patients of some years: every fourth stays away, some are booked, one visit is private. */
function table() {
  const day = (ago, hour) => `${new Date(Date.now() - ago * DAY).toISOString().slice(0, 10)} ${hour}:00`;
  const rows = ["number,name,id,made,at,state,doctor,place,heard,private"];
  for (let n = 0; n < 40; n += 1) {
    const row = (ago, state, made = ago + 1 + (n % 40), more = ",,") => rows.push(`R${n},Patient ${String.fromCharCode(65 + (n % 26))}${n},v${rows.length},${day(made, 8)},${day(ago, 10 + (n % 6))},${state},Dr. ${n % 2 ? "Lee" : "Ortiz"},${n % 3 ? "Main Street" : "West"}${more}`);
    row(560 + n * 8, "fulfilled", undefined, `,,${n === 8 ? "yes" : "no"}`);
    if (n % 4) row(500 - n * 6, "fulfilled");
    if (n % 5 === 0) row(100 + n, "noshow");
    if (n % 9 === 0) row(-20 - n, "booked", 2);
    if (n % 7 === 0) rows.push(`N${n},New ${n},v${rows.length},${day(20 + n, 8)},${day(10 + n * 4, 9)},fulfilled,Dr. Lee,West,family,no`);
  }
  rows.push(`R1,,v0,${day(3, 8)},not a day,fulfilled,,,,`);
  return rows.join("\n");
}

const MAP = "patient=number,name=name,id=id,booked=made,at=at,status=state,doctor=doctor,location=place,heard=heard,sensitive=private";

let desk;
let browser;
let summary;
before(async () => {
  desk = await startDesk({ made: MADE });
  const file = join(desk.database.slice("sqlite:".length), "../visits.csv");
  await writeFile(file, table());
  const { stdout } = await promisify(execFile)(binary, ["import", "appointments", file, "--practice", "harbor", "--map", MAP, "--database", desk.database]);
  summary = JSON.parse(stdout);
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await desk?.stop();
});

async function staff(look = {}) {
  const page = await openPage(browser, desk.address, look);
  await page.goto("/desk/harbor");
  await page.getByLabel("E-mail").fill("maria@harbor.example");
  await page.getByLabel("Password").fill(desk.demo.match(/password, shown only now: (\S+)/)[1]);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("navigation", { name: "Desk" }).waitFor();
  return page;
}

test("the table is read, and the row that can't be is named by its line", () => {
  assert.equal(summary.rejected.length, 1);
  assert.deepEqual(summary.dirt, { moment: 1 });
  assert.ok(summary.imported > 80, JSON.stringify(summary));
});

test("from Today a figure is clicked down to its patients, by keys alone", async () => {
  const page = await staff();
  await page.locator(".promise, .card, article", { hasText: "come back" }).first().waitFor();
  await page.goto("/desk/harbor/visits");
  await page.getByRole("heading", { name: "Visits", exact: true }).waitFor();
  await page.locator("dd a[href$='/visits/lost']").focus();
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Not back" }).waitFor();
  const first = page.locator("[data-row]").first();
  const name = await first.innerText();
  await first.focus();
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name }).waitFor();
  await page.getByRole("heading", { name: "Visits" }).waitFor();
});

test("who moved away no longer counts, and comes back, without JavaScript", async () => {
  const page = await staff({ javaScript: false });
  await page.goto("/desk/harbor/visits/lost");
  const before = await page.locator("[data-row]").count();
  await page.locator("[data-row]").first().click();
  const patient = page.url();
  await page.getByText("They come no more").click();
  await page.getByLabel("Why").selectOption("moved");
  await page.locator("form[action$='/departure'] button").click();
  await page.getByText("No longer a patient: moved away").waitFor();
  await page.goto("/desk/harbor/visits/lost");
  assert.equal(await page.locator("[data-row]").count(), before - 1);
  await page.goto(patient);
  await page.getByRole("button", { name: "They are a patient again" }).click();
  await page.goto("/desk/harbor/visits/lost");
  assert.equal(await page.locator("[data-row]").count(), before);
});

test("the curve has its numbers as a table", async () => {
  const page = await staff();
  await page.goto("/desk/harbor/visits");
  await page.getByText("The numbers", { exact: true }).click();
  assert.ok((await page.locator(".numbers tbody tr").count()) >= 18);
  assert.match(await page.locator("svg.chart").getAttribute("aria-label"), /^Of \d+ patients, [\d.]+\s?% came again within twelve months\.$/);
});

for (const [name, address] of [["visits-figures", "/desk/harbor/visits"], ["visits-not-back", "/desk/harbor/visits/lost"], ["visits-patient", ""], ["definition-retention", "/desk/harbor/definitions/retention"]]) {
  for (const language of ["en", "es"]) {
    test(`${name} reads in ${language}, light and dark, narrow and wide`, async () => {
      const page = await staff();
      let to = address;
      if (!to) {
        await page.goto("/desk/harbor/visits/lost");
        to = await page.locator("[data-row]").first().getAttribute("href");
      }
      await page.goto(`${to}?lang=${language}`);
      await page.locator("h1").waitFor();
      await reads(page, `${name}-${language}`);
    });
  }
}
