// Words of danger: the patient reads the numbers first and has the focus on them; the desk sees the words marked on top, opens
// the clinicians' questions with one key and acknowledges with one more.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { reads } from "../look.mjs";
import { ask, numberOf, send } from "../ways.mjs";

const MARKED = ["chest pain", "can't breathe"];
const DANGER = "My mother has chest pain. She can't breathe.";

export function alerts(world) {
  describe("words of danger", () => {
    for (const javaScript of [true, false]) {
      test(`show a patient ${javaScript ? "with" : "without"} JavaScript the numbers first, in every language`, async () => {
        const page = await world.open({ javaScript, width: 320 });
        await ask(page, "harbor", { words: DANGER, name: "Iris Vale" });
        const alarm = page.getByRole("alert");
        assert.match(await page.locator("main > *").first().innerText(), /In danger now\?[^]*¿Hay peligro ahora\?/);
        assert.equal(await alarm.getByRole("link").first().getAttribute("href"), "tel:911");
        const box = await alarm.getByRole("link").first().boundingBox();
        assert.ok(box.height >= 44, "a thumb finds it");
        if (javaScript) {
          assert.equal(await page.evaluate(() => document.activeElement?.className), "alarm", "the focus is on it");
          await reads(page, "sent-in-danger");
        }
        await page.locator("textarea").fill("Now her lips are blue");
        await send(page);
        assert.match(await page.locator("main > *").first().innerText(), /In danger now\?/);
      });
    }

    test("stand on top of the queue, and are acknowledged by two keys", async () => {
      const rung = await world.staff("Maria");
      await rung.goto("/desk/harbor/requests/new");
      await rung.getByLabel("Who asks").fill("Ada Mo");
      const patient = await world.open();
      await ask(patient, "harbor", { words: DANGER, name: "Iris Wold" });
      const number = await numberOf(patient);
      await rung.locator("#ring", { hasText: `#${number} must be acknowledged` }).waitFor();
      await rung.keyboard.type("reno");
      assert.equal(await rung.getByLabel("Who asks").inputValue(), "Ada Moreno", "it rings without a reload and takes no focus");
      await reads(rung, "ring");
      const page = await world.staff("Luis");
      await page.goto("/desk/harbor/requests?view=resolved");
      const alarm = page.locator("#alerts .row", { hasText: `#${number}` });
      assert.deepEqual(await alarm.locator("mark").allInnerTexts(), MARKED);
      await reads(page, "queue-in-danger");
      await alarm.locator("[data-row]").click();
      await page.locator(".alert h2").waitFor();
      assert.deepEqual(await page.locator(".entry mark").allInnerTexts(), MARKED);
      await page.keyboard.press("!");
      await page.getByText("Can the person speak in whole sentences?").waitFor();
      await reads(page, "request-in-danger");
      await page.keyboard.press("Enter");
      await page.getByText(/saw to the words of danger/).waitFor();
      assert.equal(await page.locator(".alert").count(), 0);
      await page.goto("/desk/harbor/requests");
      assert.equal(await page.locator("#alerts", { hasText: `#${number}` }).count(), 0);
    });
  });
}
