// What patients see, judged by Lighthouse: accessibility is a hundred of a hundred on every one of their pages, in both
// languages, on a phone.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import lighthouse from "lighthouse";
import { launch } from "./chromium.mjs";
import { sparePort, startDesk } from "./desk.mjs";
import { openPage } from "./look.mjs";
import { ask } from "./ways.mjs";

describe("Lighthouse", () => {
  let desk, browser, port, asked;
  before(async () => {
    desk = await startDesk();
    port = await sparePort();
    browser = await launch([`--remote-debugging-port=${port}`]);
    const page = await openPage(browser, desk.address);
    asked = await ask(page, "harbor", { words: "Is the flu shot here yet?", name: "Ines Roth" });
    await page.context().close();
  });
  after(async () => {
    await browser?.close();
    await desk?.stop();
  });

  const pages = {
    "the practice's page": () => `${desk.address}/harbor`,
    "the practice's page in Spanish": () => `${desk.address}/harbor?lang=es`,
    "the form": () => `${desk.address}/harbor/ask`,
    "the form in Spanish": () => `${desk.address}/harbor/ask?lang=es`,
    "the confirmation": () => `${asked}?asked=1`,
    "the request's page": () => asked,
    "the request's page in Spanish": () => `${asked}?lang=es`,
    "a link that leads nowhere": () => `${desk.address}/harbor/status/no-such-link`,
  };
  for (const [name, address] of Object.entries(pages)) {
    test(`finds no fault in ${name}`, async () => {
      // A page whose status is an error is still a page that somebody reads.
      const flags = { port, logLevel: "error", onlyCategories: ["accessibility"], ignoreStatusCode: true };
      const { lhr } = await lighthouse(address(), flags);
      assert.equal(lhr.runtimeError, undefined, JSON.stringify(lhr.runtimeError));
      const { score, auditRefs } = lhr.categories.accessibility;
      const judged = auditRefs.map(({ id }) => lhr.audits[id]).filter(({ scoreDisplayMode }) => scoreDisplayMode === "binary");
      assert.ok(judged.length > 5, `only ${judged.length} things were judged`);
      const failed = judged.filter((audit) => audit.score < 1).map(({ id, title }) => `${id}: ${title}`);
      assert.deepEqual(failed, []);
      assert.equal(score, 1);
    });
  }
});
