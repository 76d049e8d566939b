// What a patient does, on pages that need no script: asks, reads the answer by their link, writes on.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { ask, numberOf, says, send, signIn } from "../ways.mjs";

export function patient(world) {
  for (const javaScript of [true, false]) {
    describe(`a patient ${javaScript ? "with" : "without"} JavaScript`, () => {
      test("asks from the front page, reads the answer by the link, and writes on", async () => {
        const page = await world.open({ javaScript, width: 320 });
        await page.goto("/");
        assert.match(page.url(), /\/harbor$/, "the only practice is the front page");
        await page.getByRole("link", { name: "I need a refill" }).click();
        assert.ok(await page.getByLabel("A refill", { exact: true }).isChecked(), "the kind that was chosen stands");
        const words = `My inhaler is empty, with JavaScript ${javaScript}`;
        await page.getByLabel("What do you need?").fill(words);
        await page.getByLabel("Your name").fill("Ada Moreno");
        await page.getByLabel("Phone").fill("(512) 555-0123");
        await send(page);

        await page.getByRole("heading", { name: "Thank you, we have your request" }).waitFor();
        assert.match(await page.locator(".word").innerText(), /answers by/);
        const kept = await page.getByRole("link", { name: /\/harbor\/status\// }).innerText();
        assert.ok(kept.startsWith(world.desk.address), `${kept} can be written down as it stands`);
        const number = await numberOf(page);

        const staff = await world.staff("Maria");
        await staff.goto(`/desk/harbor/requests/${number}`);
        await staff.getByLabel("Reply to Ada").fill("It is at the pharmacy.");
        await staff.getByRole("button", { name: /^Send to Ada/ }).click();
        await staff.getByRole("button", { name: /^Take back/ }).waitFor();
        await page.goto(kept);
        assert.equal(await page.getByText("It is at the pharmacy.").count(), 0, "a reply that can be taken back is not shown");
        await says(page, "It is at the pharmacy.");
        assert.match(await page.locator(".word").innerText(), /^Maria answered/);

        await page.locator("textarea").fill("Does it cost anything?");
        await send(page);
        await page.getByText("Does it cost anything?").waitFor();
        assert.match(await page.locator(".word").innerText(), /answers by/, "new words start a new clock");
        await page.locator("textarea").fill("Thank you!");
        await send(page);
        assert.equal(await page.getByText("Thank you!").count(), 1);
      });

      test("is told by name what is wrong with the form, and keeps what was typed", async () => {
        const page = await world.open({ javaScript });
        await page.goto("/harbor/ask");
        await page.getByLabel("My health", { exact: true }).check();
        await page.getByLabel("What do you need?").fill("A rash on my arm");
        await page.getByLabel("E-mail").fill("ada at home");
        await page.getByLabel("I need an interpreter").check();
        await send(page);
        const errors = page.getByRole("alert");
        assert.deepEqual(await errors.getByRole("link").allInnerTexts(), [
          "Write your name",
          "The e-mail address doesn’t look right, such as name@example.org",
        ], "in the order of the page");
        assert.equal(await page.getByLabel("What do you need?").inputValue(), "A rash on my arm");
        assert.equal(await page.getByLabel("E-mail").inputValue(), "ada at home");
        assert.ok(await page.getByLabel("My health", { exact: true }).isChecked());
        assert.ok(await page.getByLabel("I need an interpreter").isChecked());
        await errors.getByRole("link", { name: "Write your name" }).click();
        assert.match(page.url(), /#name$/);
        assert.equal(await page.getByLabel("Your name").getAttribute("aria-invalid"), "true");
        await page.getByLabel("Your name").fill("Ada Moreno");
        await page.getByLabel("E-mail").fill("ada@example.org");
        await send(page);
        await page.getByRole("heading", { name: "Thank you, we have your request" }).waitFor();
      });
    });
  }

  describe("a patient", () => {
    test("reads and asks in Spanish, and the desk sees in which language", async () => {
      const page = await world.open({ width: 320 });
      await page.goto("/harbor");
      await page.getByRole("link", { name: "Español" }).click();
      assert.equal(await page.locator("html").getAttribute("lang"), "es");
      await page.getByRole("link", { name: "Pregúntenos algo" }).click();
      await page.getByLabel("¿Qué necesita?").fill("¿Atienden los sábados?");
      await page.getByLabel("Su nombre").fill("Lucía Torres");
      await page.getByLabel("Correo electrónico").fill("lucia@example.org");
      await send(page, { button: "Enviar", hurry: "Eso fue rápido" });
      await page.getByRole("heading", { name: "Gracias, tenemos su solicitud" }).waitFor();
      const number = await numberOf(page);
      const staff = await world.staff("Jo");
      await staff.goto(`/desk/harbor/requests/${number}`);
      assert.match(await staff.locator(".meta").innerText(), /Spanish/);
    });

    test("with a wrong link is told so, and led back to where they can ask", async () => {
      const page = await world.open();
      const response = await page.goto("/harbor/status/not-the-letters-of-any-link");
      assert.equal(response.status(), 404);
      await page.getByRole("link", { name: "To the start" }).click();
      await page.getByRole("link", { name: "Ask us something" }).waitFor();
    });

    test("of a practice without hours is told to call, and finds no form to fill in", async () => {
      const page = await world.open({ at: world.quiet.address });
      await page.goto("/quiet");
      await page.getByText("We can’t take messages here yet").waitFor();
      assert.equal(await page.getByRole("link", { name: /^Ask us/ }).count(), 0);
      assert.ok(await page.getByRole("link", { name: "Call (512) 555-0111" }).first().isVisible());
      await page.goto("/quiet/ask");
      assert.equal(await page.locator("form").count(), 0);
      await page.getByRole("link", { name: "Call (512) 555-0111" }).first().waitFor();
    });

    test("can read a request by its link alone, and another's link shows nothing of it", async () => {
      const page = await world.open();
      const mine = await ask(page, "harbor", { words: "Only for my eyes" });
      const other = await world.open();
      await other.goto(mine.replace(/.$/, (last) => (last === "A" ? "B" : "A")));
      assert.equal(await other.getByText("Only for my eyes").count(), 0);
      await other.goto(mine);
      await other.getByText("Only for my eyes").waitFor();
    });
  });
}
