// How staff come in and go, and what their first pages say: sign-in, Today, definitions, the queue.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { axe } from "../look.mjs";
import { demoPeople, until } from "../ways.mjs";

export function staff(world) {
  describe("signing in", () => {
    test("a wrong password says so and keeps the address; after five the account waits", async () => {
      const page = await world.open();
      const { people } = demoPeople(world.desk.demo);
      const { email, password } = people.find(({ name }) => name.startsWith("Dana"));
      await page.goto("/desk/harbor");
      assert.match(page.url(), /sign-in\?next=/);
      for (let tried = 1; tried <= 5; tried += 1) {
        await page.getByLabel("E-mail").fill(email);
        await page.getByLabel("Password").fill(`wrong password ${tried}`);
        await page.getByRole("button", { name: "Sign in" }).click();
        await page.getByRole("alert").waitFor();
        assert.equal(await page.getByLabel("E-mail").inputValue(), email);
      }
      await page.getByLabel("Password").fill(password);
      await page.getByRole("button", { name: "Sign in" }).click();
      assert.match(await page.getByRole("alert").innerText(), /Too many wrong passwords\s+Try again in \d+ min/);
      assert.equal(await page.getByRole("navigation", { name: "Desk" }).count(), 0, "even the right one waits");
    });

    test("leads back to the page that was asked for, and signing out shuts the desk", async () => {
      const page = await world.open();
      const { people } = demoPeople(world.desk.demo);
      await page.goto("/desk/harbor/requests?view=waiting");
      await page.getByLabel("E-mail").fill(people[0].email);
      await page.getByLabel("Password").fill(people[0].password);
      await page.getByRole("button", { name: "Sign in" }).click();
      await page.getByRole("heading", { name: "Queue" }).waitFor();
      assert.match(page.url(), /view=waiting$/);
      await page.getByRole("button", { name: "Sign out" }).click();
      await page.getByRole("heading", { name: "Sign in" }).waitFor();
      await page.goto("/desk/harbor/requests");
      assert.match(page.url(), /sign-in/);
    });
  });

  describe("Today", () => {
    test("says how many promises are kept, and each number leads to its definition and its rows", async () => {
      const page = await world.staff("Luis");
      await page.goto("/desk/harbor");
      assert.match(await page.locator("h1").innerText(), /promises? (is )?kept/);
      const cards = page.locator(".promises article");
      assert.equal(await cards.count(), 8);
      const titles = ["Answered in time", "Few requests open", "Nobody on hold for long", "Phones always covered",
        "Would recommend us", "Enough people", "The site answers", "Patients come back"];
      for (const [at, title] of titles.entries()) {
        await cards.nth(at).getByRole("link", { name: /How it is counted/ }).click();
        await page.getByRole("heading", { name: title }).waitFor();
        await page.goBack();
      }
      const open = await cards.nth(1).locator(".v").innerText();
      await cards.nth(1).locator(".v a").click();
      await page.getByRole("heading", { name: "Queue" }).waitFor();
      const count = await page.locator(".views [aria-current]").innerText();
      assert.equal(count.match(/\d+/)[0], open.match(/\d+/)[0], "the number and its rows are one count");
    });
  });

  describe("the bar", () => {
    test("on a phone keeps the rooms of every minute in sight and the others behind one button", async () => {
      const page = await world.staff("Luis");
      await page.setViewportSize({ width: 320, height: 700 });
      await page.goto("/desk/harbor/roster");
      const bar = page.getByRole("navigation", { name: "Desk" });
      await bar.getByRole("link", { name: "Today" }).waitFor();
      assert.equal(await bar.getByRole("link", { name: "Settings" }).isVisible(), false);
      await bar.getByRole("button", { name: "More" }).focus();
      await page.keyboard.press("Enter");
      await bar.getByRole("link", { name: "Settings" }).waitFor();
      assert.equal(await bar.locator("[aria-current=page]").innerText(), "Roster");
      await axe(page);
      await page.keyboard.press("Escape");
      assert.equal(await bar.getByRole("link", { name: "Settings" }).isVisible(), false);
      await page.keyboard.press("h");
      await page.waitForURL(/\/calls$/);
      await page.setViewportSize({ width: 1440, height: 900 });
      await bar.getByRole("link", { name: "Settings" }).waitFor();
      assert.equal(await bar.getByRole("button", { name: "More" }).isVisible(), false);
    });
  });

  describe("the queue", () => {
    test("shows each list with its count, and its pages hold every row once", async () => {
      const page = await world.staff("Luis");
      await page.goto("/desk/harbor/requests");
      const names = (await page.locator(".views a").allInnerTexts()).map((text) => text.replace(/ \d+$/, ""));
      for (const name of names) {
        await page.locator(".views a", { hasText: name }).click();
        assert.match(await page.locator(".views [aria-current]").innerText(), new RegExp(`^${name}`));
        const count = Number((await page.locator(".views [aria-current]").innerText()).match(/\d+$/)[0]);
        if (count === 0) {
          await page.locator(".empty h2").waitFor();
          continue;
        }
        const rows = new Set();
        for (let pages = 0; pages < 4; pages += 1) {
          const here = await page.locator("[data-clocks] [data-row]").evaluateAll((links) => links.map((link) => link.href));
          for (const row of here) assert.ok(!rows.has(row) && rows.add(row), `${row} stands on two pages of ${name}`);
          const next = page.getByRole("link", { name: "Next page" });
          if ((await next.count()) === 0) break;
          await next.click();
        }
        assert.equal(rows.size, Math.min(count, 200), name);
      }
    });

    test("is worked by keys alone: down to a row, into it, a reply, and back", async () => {
      const page = await world.staff("Luis");
      await page.goto("/desk/harbor/requests");
      await page.keyboard.press("j");
      await page.keyboard.press("j");
      await page.keyboard.press("k");
      const first = page.locator("[data-row]").first();
      assert.ok(await first.evaluate((row) => row === document.activeElement), "j, j, k stands on the first row");
      await page.keyboard.press("Enter");
      await page.locator("#reply").waitFor();
      await page.keyboard.press("r");
      await page.keyboard.type("Typed without a mouse, j and k included.");
      await page.keyboard.press("Control+Enter");
      await page.getByRole("button", { name: /^Take back/ }).waitFor();
      await page.keyboard.press("u");
      await until("the words are back in their box", async () =>
        (await page.locator("#reply").inputValue()) === "Typed without a mouse, j and k included.");
      await page.keyboard.press("n");
      await page.keyboard.type("A note by keys");
      await page.keyboard.press("Control+Enter");
      await page.locator(".entry.note", { hasText: "A note by keys" }).waitFor();
      await page.keyboard.press("a");
      assert.ok(await page.locator("details[data-key=a]").evaluate((fold) => fold.open && fold.contains(document.activeElement)));
      await page.keyboard.press("q");
      await page.getByRole("heading", { name: "Queue" }).waitFor();
      await page.keyboard.press("c");
      await page.getByRole("heading", { name: "New request" }).waitFor();
      await page.keyboard.press("d");
      await page.locator(".promises").waitFor();
      await page.keyboard.press("?");
      await page.getByRole("dialog", { name: "Keys" }).waitFor();
    });
  });
}
