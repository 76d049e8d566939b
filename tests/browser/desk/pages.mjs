// Every page that a browser can be sent to, once: axe at both ends of the widths, light and dark, nothing wider than the
// screen, nothing that the strict policy stops, nothing asked of a third party. The list is held against the tables of routes.
import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, test } from "node:test";
import { reads } from "../look.mjs";
import { ask, family } from "../ways.mjs";
import { rostered } from "./roster.mjs";

const sources = fileURLToPath(new URL("../../../crates/web/src/", import.meta.url));

/** The paths of all pages, from the rows `Route::get("...` of the rooms' tables. */
async function routes() {
  const files = (await readdir(sources, { recursive: true })).filter((name) => name.endsWith(".rs") && !/test|stories/.test(name));
  const texts = await Promise.all(files.map((name) => readFile(join(sources, name), "utf8")));
  return texts.flatMap((text) => [...text.matchAll(/Route::get\(\s*"([^"]+)"/g)].map(([, path]) => path));
}

/** An address without the list that it was reached from. */
const plain = (address) => address.replace(/\?.*/, "");

/** What a browser is sent to besides pages. */
const files = ["/desk/{slug}/live", "/assets/{*file}", "/favicon.ico", "/robots.txt", "/sitemap.xml", "/{slug}/sitemap.xml"];

/** For each route the addresses under which it looks different, each with the name of its picture. */
export const visits = {
  "/{slug}": { home: "/harbor" },
  "/{slug}/doctors": { "doctors-none": "/harbor/doctors" },
  "/{slug}/locations": { locations: "/harbor/locations" },
  "/{slug}/locations/{location}": { location: "{location}", "location-wrong": "/harbor/locations/no-such-place" },
  "/{slug}/bring": { "bring-none": "/harbor/bring" },
  "/{slug}/contact": { contact: "/harbor/contact" },
  "/{slug}/find": { find: "/harbor/find", "find-near": "/harbor/find?near=78704", "find-wrong": "/harbor/find?near=1000" },
  "/{slug}/help": { help: "/harbor/help", "help-found": "/harbor/help?q=fever", "help-nothing": "/harbor/help?q=xylophone" },
  "/{slug}/help/{article}": { article: "/harbor/help/fever", "article-wrong": "/harbor/help/no-such-article" },
  "/desk/{slug}/site": { site: "/desk/harbor/site" },
  "/desk/{slug}/site/articles/new": { "site-new": "/desk/harbor/site/articles/new" },
  "/desk/{slug}/site/articles/{article}": { "site-article": "{article}" },
  "/desk/{slug}/site/articles/{article}/{language}": { "site-words": "{article}/en" },
  "/desk/{slug}/site/articles/{article}/{language}/{version}": { "site-version": "{article}/en/1" },
  "/desk/{slug}/site/work": { "site-work": "/desk/harbor/site/work", "site-work-done": "/desk/harbor/site/work?view=done" },
  "/desk/{slug}/site/categories": { "site-categories": "/desk/harbor/site/categories" },
  "/desk/{slug}/site/categories/{category}": { "site-category": "{category}" },
  "/desk/{slug}/site/rules": { "site-rules": "/desk/harbor/site/rules" },
  "/{slug}/ask": { ask: "/harbor/ask?kind=refill" },
  "/{slug}/status/{token}": { sent: "{asked}?asked=1", status: "{asked}", "status-answered": "{answered}", "status-wrong": "/harbor/status/no-such-link" },
  "/{slug}/survey/{token}": { "survey-wrong": "/harbor/survey/no-such-link" },
  "/desk/{slug}/surveys": { surveys: "/desk/harbor/surveys", "surveys-filtered": "/desk/harbor/surveys?door=web&comments=1" },
  "/desk/{slug}/settings/surveys": { "settings-surveys": "/desk/harbor/settings/surveys" },
  "/desk/sign-in": { "sign-in": "/desk/sign-in" },
  "/desk/{slug}": { today: "/desk/harbor" },
  "/desk/{slug}/wall": { wall: "/desk/harbor/wall" },
  "/desk/{slug}/requests": { queue: "/desk/harbor/requests", resolved: "/desk/harbor/requests?view=resolved", "queue-empty": "/desk/harbor/requests?view=team", "queue-filter": "/desk/harbor/requests?owner=nobody&sort=newest" },
  "/desk/{slug}/requests/new": { start: "/desk/harbor/requests/new" },
  "/desk/{slug}/requests/{number}": { request: "{request}", "request-listed": "{request}?view=all", "request-records": "{records}" },
  "/desk/{slug}/palette": { palette: "/desk/harbor/palette?q=no", "palette-nothing": "/desk/harbor/palette?q=zzzz" },
  "/desk/{slug}/calls": { calls: "/desk/harbor/calls" },
  "/desk/{slug}/calls/wall": { "calls-wall": "/desk/harbor/calls/wall" },
  "/desk/{slug}/calls/week": { "calls-week": "/desk/harbor/calls/week" },
  "/desk/{slug}/calls/list": { "calls-list": "/desk/harbor/calls/list", "calls-none": "/desk/harbor/calls/list?day=2000-01-01" },
  "/desk/{slug}/plan": { plan: "/desk/harbor/plan" },
  "/desk/{slug}/calls/new": { "calls-new": "/desk/harbor/calls/new" },
  "/desk/{slug}/calls/{call}": { call: "{call}" },
  "/desk/{slug}/settings/phones": { "settings-phones": "/desk/harbor/settings/phones" },
  "/desk/{slug}/people": { people: "/desk/harbor/people", "people-found": "/desk/harbor/people?q=no", "people-nobody": "/desk/harbor/people?q=zzzz" },
  "/desk/{slug}/people/new": { "person-new": "/desk/harbor/people/new" },
  "/desk/{slug}/people/{person}": { person: "{person}", "person-find": "{person}?find=no" },
  "/desk/{slug}/patients/new": { "patient-new": "/desk/harbor/patients/new" },
  "/desk/{slug}/patients/{patient}": { patient: "{patient}" },
  "/desk/{slug}/requests/{number}/about": { "request-about": "{records}/about?find=no" },
  "/desk/{slug}/requests/{number}/copy": { "request-copy": "{records}/copy" },
  "/desk/{slug}/requests/{number}/to-schedule": { "request-to-schedule": "{records}/to-schedule" },
  "/desk/{slug}/to-schedule": { "to-schedule": "/desk/harbor/to-schedule", "to-schedule-mine": "/desk/harbor/to-schedule?view=mine" },
  // Without a person it leads to where one is found.
  "/desk/{slug}/to-schedule/new": { "to-schedule-new": "/desk/harbor/to-schedule/new?person={personId}" },
  "/desk/{slug}/to-schedule/{item}": { "to-schedule-item": "{item}" },
  "/desk/{slug}/visits": { visits: "/desk/harbor/visits" },
  "/desk/{slug}/visits/{list}": { "visits-lost": "/desk/harbor/visits/lost", "visits-new": "/desk/harbor/visits/new", "visits-missed": "/desk/harbor/visits/missed" },
  "/desk/{slug}/roster": { roster: "/desk/harbor/roster", "roster-next": "{nextWeek}" },
  "/desk/{slug}/roster/members/{member}": { "roster-mine": "{myShifts}" },
  "/desk/{slug}/roster/shifts/new": { "roster-new": "/desk/harbor/roster/shifts/new" },
  "/desk/{slug}/roster/shifts/{shift}/{date}": { "roster-shift": "{shift}" },
  "/desk/{slug}/roster/on-call": { "roster-on-call": "/desk/harbor/roster/on-call" },
  "/desk/{slug}/roster/answering/{line}": { "roster-answering": "{answering}" },
  "/desk/{slug}/settings/chart": { "settings-chart": "/desk/harbor/settings/chart" },
  "/invitation/{secret}": { "invitation-gone": "/invitation/no-such-link" },
  "/reset": { reset: "/reset" },
  "/reset/{secret}": { "reset-gone": "/reset/no-such-link" },
  "/desk/{slug}/settings/mail": { "settings-mail": "/desk/harbor/settings/mail" },
  "/desk/{slug}/settings/invitations": { "settings-invitations": "/desk/harbor/settings/invitations" },
  "/desk/{slug}/settings": { settings: "/desk/harbor/settings" },
  "/desk/{slug}/settings/hours": { "settings-hours": "/desk/harbor/settings/hours" },
  "/desk/{slug}/settings/hours/{place}": { "settings-place": "/desk/harbor/settings/hours/desk" },
  "/desk/{slug}/settings/promises": { "settings-promises": "/desk/harbor/settings/promises" },
  "/desk/{slug}/settings/kinds": { "settings-kinds": "/desk/harbor/settings/kinds" },
  "/desk/{slug}/settings/kinds/{kind}": { "settings-kind": "/desk/harbor/settings/kinds/billing" },
  "/desk/{slug}/settings/teams": { "settings-teams": "/desk/harbor/settings/teams" },
  "/desk/{slug}/settings/teams/{team}": { "settings-team": "/desk/harbor/settings/teams/new" },
  "/desk/{slug}/settings/words": { "settings-words": "/desk/harbor/settings/words" },
  "/desk/{slug}/settings/practice": { "settings-practice": "/desk/harbor/settings/practice" },
  "/desk/{slug}/settings/locations": { "settings-locations": "/desk/harbor/settings/locations" },
  "/desk/{slug}/settings/locations/{location}": { "settings-location": "/desk/harbor/settings/locations/new" },
  "/desk/{slug}/settings/doctors": { "settings-doctors": "/desk/harbor/settings/doctors" },
  "/desk/{slug}/settings/doctors/{member}": { "settings-doctor": "{doctor}" },
  "/desk/{slug}/settings/facts": { "settings-facts": "/desk/harbor/settings/facts" },
  "/desk/{slug}/settings/lines": { "settings-lines": "/desk/harbor/settings/lines" },
  "/desk/{slug}/settings/lines/{line}": { "settings-line": "/desk/harbor/settings/lines/new" },
  "/desk/{slug}/settings/members": { "settings-members": "/desk/harbor/settings/members" },
  "/desk/{slug}/settings/members/{member}": { "settings-member": "{member}" },
  "/desk/{slug}/settings/changes": { "settings-changes": "/desk/harbor/settings/changes" },
  "/desk/{slug}/settings/emergency": { "settings-emergency": "/desk/harbor/settings/emergency" },
  "/desk/{slug}/definitions/{promise}": { definition: "/desk/harbor/definitions/response", "definition-unmeasured": "/desk/harbor/definitions/nps" },
  "/": { practices: "{quiet}/", missing: "/there/is/nothing" },
  // Who has one desk is sent to it.
  "/desk": { desks: "/desk" },
  "/setup": { "set-up": "{empty}/setup" },
};

export function pages(world) {
  describe("every page", () => {
    test("of the tables of routes is visited here", async () => {
      const there = (await routes()).filter((path) => !files.includes(path) && path !== "/broken");
      assert.deepEqual(there.sort(), Object.keys(visits).sort());
    });

    const places = {};
    test("has something to show", async () => {
      const patient = await world.open();
      places.asked = await ask(patient, "harbor", { words: "Please send my records to Dr Shah", kind: "My records", name: "Nora Weiss" });
      const staff = await world.staff("Luis");
      await staff.goto("/desk/harbor/requests");
      places.request = plain(await staff.locator("[data-row]").first().getAttribute("href"));
      await staff.locator("[data-row]", { hasText: "Nora Weiss" }).first().click();
      await staff.locator("#reply").waitFor();
      places.records = plain(staff.url());
      const other = await world.open();
      places.answered = await ask(other, "harbor", { words: "Is it open on Saturday?", name: "Nora Wolf", phone: "(512) 555-0139" });
      await staff.goto("/desk/harbor/requests");
      await staff.locator("[data-row]", { hasText: "Nora Wolf" }).click();
      await staff.locator("details[data-key=p] > summary").click();
      await staff.getByLabel("What was said").fill("From nine to noon.");
      await staff.getByRole("button", { name: "Write it down" }).click();
      await staff.locator(".entry.out").waitFor();
      Object.assign(places, await family(staff, places.records));
      await staff.goto("/desk/harbor/calls/new");
      await staff.getByLabel("Caller’s number").fill("(512) 555-0142");
      await staff.getByLabel("What became of it").selectOption("voicemail");
      await staff.getByLabel("What the caller said").fill("Please call me about my appointment.");
      await staff.getByRole("button", { name: "Write it down" }).click();
      await staff.waitForURL(/calls\/[0-9a-f-]{36}$/);
      places.call = plain(new URL(staff.url()).pathname);
      await staff.goto("/desk/harbor/settings/members");
      await staff.goto("/harbor/locations");
      places.location = await staff.locator(".places .name").first().getAttribute("href");
      await staff.goto("/desk/harbor/settings/doctors");
      places.doctor = await staff.locator(".things a").first().getAttribute("href");
      await staff.goto("/desk/harbor/settings/members");
      places.member = await staff.locator(".things a").first().getAttribute("href");
      await staff.goto("/desk/harbor/site");
      places.article = await staff.locator(".things a").first().getAttribute("href");
      await staff.goto("/desk/harbor/site/categories");
      places.category = await staff.locator(".things a").first().getAttribute("href");
      Object.assign(places, await rostered(staff));
      places.nextWeek = await staff.getByRole("link", { name: "Week after" }).getAttribute("href");
      places.quiet = world.quiet.address;
      places.empty = world.empty.address;
    });

    for (const [route, addresses] of Object.entries(visits)) {
      for (const [name, address] of Object.entries(addresses)) {
        for (const [language, picture] of [["en", name], ["es", `${name}-es`]]) {
          test(`${picture} reads in light and dark, narrow and wide (${route})`, async () => {
            const to = address.replace(/\{(\w+)\}/, (_, place) => places[place]);
            const signedIn = route.startsWith("/desk") && route !== "/desk/sign-in";
            const at = to.startsWith("http") ? new URL(to).origin : world.desk.address;
            const page = await (signedIn ? world.staff("Luis") : world.open({ at }));
            const response = await page.goto(`${to}${to.includes("?") ? "&" : "?"}lang=${language}`);
            assert.ok(response.status() < 500, `${to} answers ${response.status()}`);
            await page.locator("h1").waitFor();
            assert.equal(await page.locator("html").getAttribute("lang"), language, `${to} isn't in ${language}`);
            await reads(page, picture);
          });
        }
      }
    }
  });
}
