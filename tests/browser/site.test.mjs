// The help centre on a desk with the articles of a practice for children: somebody searches, reads and says that it didn't help,
// and the desk finds it as site work; with JavaScript and without, by keys alone; axe and Lighthouse find no fault.
import assert from "node:assert/strict";
import { after, afterEach, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import lighthouse from "lighthouse";
import { launch } from "./chromium.mjs";
import { sparePort, startDesk } from "./desk.mjs";
import { axe, openPage, reads } from "./look.mjs";
import { send, until } from "./ways.mjs";

const articles = fileURLToPath(new URL("../../data/site/harbor", import.meta.url));

const MADE = [
  ["practice", "add", "harbor", "--name", "Harbor Children's", "--timezone", "America/New_York", "--hours", "24/7", "--phone", "(512) 555-0100"],
  ["member", "add", "harbor", "--login", "dana@harbor.example", "--name", "Dana Brooks", "--role", "manager"],
  ["import", "articles", articles, "--practice", "harbor"],
];

/** A phone, as it names itself: a program's visits are not counted. */
const userAgent = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 Version/17.5 Mobile/15E148 Safari/604.1";

describe("the help centre", () => {
  let desk, browser, port, seat;
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
    const page = await openPage(browser, desk.address, { userAgent, ...more });
    page.setDefaultTimeout(30_000);
    open.push(page);
    return page;
  }

  async function dana() {
    if (seat) return visitor({ storageState: seat });
    const page = await visitor();
    await page.goto("/desk/harbor");
    await page.getByLabel("E-mail").fill("dana@harbor.example");
    await page.getByLabel("Password").fill(desk.demo.match(/dana@harbor\.example works at .*: (\S+)/)[1]);
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.getByRole("navigation", { name: "Desk" }).waitFor();
    seat = await page.context().storageState();
    return page;
  }

  test("finds as somebody types, and leaves the focus and the words where they are", async () => {
    const page = await visitor();
    await page.goto("/harbor");
    await page.getByRole("link", { name: "Help", exact: true }).click();
    const search = page.getByRole("searchbox");
    await search.focus();
    await page.keyboard.type("feverr");
    const first = page.locator("#found .articles a").first();
    await first.waitFor();
    assert.equal(await first.innerText(), "Fever");
    assert.ok(await search.evaluate((box) => box === document.activeElement));
    await page.keyboard.type(" he is not breathing");
    await page.locator("#found .alarm").waitFor();
    assert.ok(await search.evaluate((box) => box === document.activeElement), "even whom to call takes no focus");
    await search.fill("");
    await until("nothing is left of the search", async () => (await page.locator("#found").innerText()) === "");
    await search.fill("fiebre");
    await page.locator("#found .articles a", { hasText: "Fever" }).waitFor();
  });

  test("a search, an article that didn't help, and the work that it makes, without JavaScript and by keys alone", async () => {
    const page = await visitor({ javaScript: false, width: 320 });
    await page.goto("/harbor/help");
    await page.getByRole("searchbox").focus();
    await page.keyboard.type("ear ache");
    await page.keyboard.press("Enter");
    const hit = page.locator("#found .articles a").first();
    assert.equal(await hit.innerText(), "Ear pain");
    await hit.focus();
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 1, name: "Ear pain" }).waitFor();
    const no = page.locator(".yesno summary");
    await no.focus();
    await page.keyboard.press("Enter");
    await page.getByLabel("It leaves out what I need").check();
    await page.getByLabel("What were you looking for?").fill("Whether she may swim");
    await send(page, { button: "Tell us" });
    await page.getByText("Somebody here reads it").waitFor();
    await page.goto("/harbor/help?q=xylophone");
    await page.getByText("We found nothing that fits.").waitFor();

    const staff = await dana();
    await staff.goto("/desk/harbor/site/work");
    await staff.getByRole("link", { name: "Ear pain" }).waitFor();
    await until("the search in vain is work", async () => {
      await staff.reload();
      return staff.getByRole("link", { name: "“xylophone”" }).isVisible();
    });
    await staff.getByRole("link", { name: "Ear pain" }).click();
    await staff.getByText("Whether she may swim").waitFor();
    await staff.goto("/desk/harbor/site/work");
    await staff.getByRole("button", { name: "Done Ear pain" }).focus();
    await staff.keyboard.press("Enter");
    await staff.waitForURL(/view=open/);
    await until("it is off the list", async () => !(await staff.getByRole("link", { name: "Ear pain" }).isVisible()));
    await staff.goto("/desk/harbor/site/work?view=done");
    await staff.getByRole("button", { name: "Not done after all Ear pain" }).click();
    await staff.getByText("Nothing was done yet").waitFor();
    await staff.goto("/desk/harbor/site/work");
    await staff.getByRole("link", { name: "Ear pain" }).waitFor();
  });

  test("suggests an article beside the ask form, and stands in nobody's way", async () => {
    const page = await visitor();
    await page.goto("/harbor/ask");
    await page.locator("#words").focus();
    await page.keyboard.type("What can I do about head lice? She came home with them.");
    await page.locator(".suggested .articles a").first().waitFor();
    assert.match(await page.locator(".suggested .articles a").first().getAttribute("href"), /help\/lice$/);
    assert.ok(await page.locator("#words").evaluate((box) => box === document.activeElement));
    await axe(page);
  });

  test("an article is written, looked at, published, moved, and its old address leads on", async () => {
    const page = await dana();
    await page.goto("/desk/harbor/site/articles/new");
    await page.getByLabel("Title").fill("Swimming");
    await page.getByLabel("Text", { exact: true }).fill("## When\n\nAfter **two days**.");
    await page.getByLabel("Category", { exact: true }).selectOption({ index: 1 });
    await page.getByRole("button", { name: "Keep as draft" }).click();
    await page.getByRole("button", { name: "Preview" }).click();
    await page.locator(".preview strong", { hasText: "two days" }).waitFor();
    await axe(page);
    await page.getByRole("button", { name: "Publish the draft" }).click();
    await page.getByText("English: published").waitFor();
    await page.getByLabel("Address").fill("swim");
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByText("Saved.").waitFor();
    const patient = await visitor();
    const answer = await patient.goto("/harbor/help/swimming");
    assert.equal(answer.status(), 200);
    assert.ok(patient.url().endsWith("/harbor/help/swim"));
    await patient.getByRole("heading", { name: "Swimming" }).waitFor();
  });

  test("every page reads in every width, light and dark", async () => {
    const patient = await visitor();
    const shown = {
      help: "/harbor/help",
      "help-found": "/harbor/help?q=vomit",
      "help-nothing": "/harbor/help?q=xylophone",
      "help-danger": "/harbor/help?q=not%20breathing",
      article: "/harbor/help/fever",
      "article-es": "/harbor/help/fever?lang=es",
    };
    for (const [name, path] of Object.entries(shown)) {
      await patient.goto(path);
      await reads(patient, name);
    }
    const staff = await dana();
    await staff.goto("/desk/harbor/site");
    const article = await staff.locator(".things a").first().getAttribute("href");
    await staff.goto("/desk/harbor/site/categories");
    const category = await staff.locator(".things a").first().getAttribute("href");
    const desks = {
      site: "/desk/harbor/site",
      "site-article": article,
      "site-words": `${article}/en`,
      "site-version": `${article}/en/1`,
      "site-new": "/desk/harbor/site/articles/new",
      "site-work": "/desk/harbor/site/work",
      "site-work-done": "/desk/harbor/site/work?view=done",
      "site-categories": "/desk/harbor/site/categories",
      "site-category": category,
      "site-rules": "/desk/harbor/site/rules",
      "definition-site": "/desk/harbor/definitions/site",
    };
    for (const [name, path] of Object.entries(desks)) {
      await staff.goto(path);
      await reads(staff, name);
    }
  });

  for (const path of ["/harbor/help", "/harbor/help/fever", "/harbor/help/fever?lang=es"]) {
    test(`Lighthouse gives ${path} at least 95 in all four`, async () => {
      const flags = { port, logLevel: "error", onlyCategories: ["performance", "accessibility", "best-practices", "seo"] };
      const { lhr } = await lighthouse(`${desk.address}${path}`, flags);
      assert.equal(lhr.runtimeError, undefined, JSON.stringify(lhr.runtimeError));
      const told = Object.values(lhr.categories).map(({ id, score }) => `${id} ${Math.round(score * 100)}`);
      console.log(`${path}: ${told.join(", ")}`);
      for (const { id, score, auditRefs } of Object.values(lhr.categories)) {
        const failed = auditRefs.map((ref) => lhr.audits[ref.id]).filter((audit) => audit.score !== null && audit.score < 1 && audit.scoreDisplayMode === "binary").map((audit) => audit.id);
        assert.ok(score >= 0.95, `${id} is ${score}: ${failed.join(", ")}`);
      }
    });
  }
});
