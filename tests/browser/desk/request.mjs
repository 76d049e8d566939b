// One request at the desk: every way to answer it, to put it off, to hand it on, and what happens when two do so at once.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { ask, numberOf, until } from "../ways.mjs";

/** Opens the fold that a key of the page names. */
const unfold = (page, key) => page.locator(`details[data-key=${key}] > summary`).click();

export function request(world) {
  /** A patient's request with a running clock, opened by a member. Gives the member's page and the number. */
  async function waiting(member, more = {}) {
    const patient = await world.open();
    await ask(patient, "harbor", { words: "When does the lab open?", ...more });
    const number = await numberOf(patient);
    const page = await world.staff(member);
    await page.goto(`/desk/harbor/requests/${number}`);
    return { page, number, patient };
  }

  /** One that staff write down themselves; it has no clock. */
  async function started(member, { name, words = "Asks for a form", kind = "other" }) {
    const page = await world.staff(member);
    await page.goto("/desk/harbor/requests/new");
    await page.getByLabel("Who asks").fill(name);
    await page.getByLabel("Phone").fill("(512) 555-0177");
    await page.getByLabel("What they need").fill(words);
    await page.getByLabel("What it is about").selectOption(kind);
    await page.getByRole("button", { name: "Write it down" }).click();
    await page.locator("#reply").waitFor();
    return page;
  }

  describe("a request", () => {
    test("answered in writing waits for the patient, stays open or is closed, as its writer chose", async () => {
      const chosen = [["wait", "waiting"], ["open", "all"], ["close", "resolved"]];
      const numbers = {};
      for (const [then] of chosen) {
        const page = await started("Maria", { name: `Rita ${then}` });
        numbers[then] = page.url().match(/\d+$/)[0];
        await page.getByLabel("Reply to Rita").fill("Here is the form.");
        await page.getByLabel("Then").first().selectOption(then);
        await page.getByRole("button", { name: /^Send to Rita/ }).click();
        await page.getByRole("button", { name: /^Take back/ }).waitFor();
      }
      const page = await world.staff("Maria");
      for (const [then, list] of chosen) {
        await until(`the reply to Rita ${then} can't be taken back`, async () => {
          await page.goto(`/desk/harbor/requests/${numbers[then]}`);
          return (await page.locator(".entry.waits").count()) === 0;
        });
        assert.equal(await page.locator(".entry.out").count(), 1);
        await page.goto(`/desk/harbor/requests?view=${list}`);
        const row = page.locator(`#r${numbers[then]} [data-row]`);
        while ((await row.count()) === 0) await page.getByRole("link", { name: "Next page" }).click();
      }
    });

    test("takes a reply back with its words, and a note is never sent as a reply", async () => {
      const page = await started("Jo", { name: "Sam Okoro" });
      await page.getByLabel("Reply to Sam").fill("Wrong patient");
      await page.getByRole("button", { name: /^Send to Sam/ }).click();
      await page.getByRole("button", { name: /^Take back/ }).click();
      await until("the words are back", async () => (await page.locator("#reply").inputValue()) === "Wrong patient");
      assert.equal(await page.locator(".entry.out").count(), 0);
      await unfold(page, "n");
      await page.getByLabel("Note for the team").fill("Between us only");
      await page.getByRole("button", { name: "Keep the note" }).click();
      await page.locator(".entry.note", { hasText: "Between us only" }).waitFor();
      assert.equal(await page.locator(".entry.out").count(), 0, "nothing went to the patient");
      assert.equal(await page.locator("form.composer #note").count(), 0, "the note has no way into the reply's form");
    });

    test("answered by phone is answered at once; a try that reached nobody leaves its clock running", async () => {
      const { page, patient } = await waiting("Maria", { name: "Olga Brandt", phone: "(512) 555-0131" });
      await unfold(page, "t");
      await page.getByLabel("What happened").fill("Voicemail");
      await page.getByRole("button", { name: "Write the try down" }).click();
      await page.locator(".entry.try").waitFor();
      assert.equal(await page.locator(".meta .clock").count(), 1, "the clock runs on");
      await unfold(page, "p");
      await page.getByLabel("What was said").fill("Told her: from seven");
      await page.getByRole("button", { name: "Write it down" }).click();
      await page.locator(".entry.out", { hasText: "Told her: from seven" }).waitFor();
      assert.equal(await page.locator(".meta .clock").count(), 0);
      await patient.goto(patient.url().replace(/\?.*/, ""));
      await patient.getByText("We tried to call you and did not reach you.").waitFor();
      assert.equal(await patient.getByText("Voicemail").count(), 0, "what the staff wrote down stays with them");
    });

    test("is handed to a colleague, and put off without its promise being put off", async () => {
      const { page } = await waiting("Maria", { name: "Ines Falk", phone: "(512) 555-0132" });
      await unfold(page, "a");
      await page.getByLabel("To", { exact: true }).selectOption({ label: "Jo Kim" });
      await page.locator("details[data-key=a]").getByRole("button", { name: "Assign", exact: true }).click();
      await page.locator(".side > p", { hasText: "Jo Kim" }).waitFor();
      await unfold(page, "z");
      await page.getByLabel("Or until").fill("2020-01-01T08:00");
      await page.locator("details[data-key=z]").getByRole("button", { name: "Snooze", exact: true }).click();
      await page.getByText("Choose a time later than now.").waitFor();
      await page.getByRole("button", { name: /^Next morning/ }).click();
      await page.locator(".meta", { hasText: "snoozed until" }).waitFor();
      assert.equal(await page.locator(".meta .clock").count(), 1, "the clock runs on");
    });

    test("that is put off stands among the snoozed and is brought back from there", async () => {
      const page = await started("Maria", { name: "Ute Ahrens" });
      const number = page.url().match(/\d+$/)[0];
      await unfold(page, "z");
      await page.getByRole("button", { name: /^An hour/ }).click();
      await page.locator(".meta", { hasText: "snoozed until" }).waitFor();
      await page.goto("/desk/harbor/requests?view=snoozed");
      await page.locator(`#r${number} [data-row]`).click();
      await page.getByRole("button", { name: "Bring it back to the desk" }).click();
      await until("it is open again", async () => !(await page.locator(".meta").innerText()).includes("snoozed"));
    });

    test("isn't closed without a reply or a reason", async () => {
      const { page } = await waiting("Maria", { name: "Paul Ritter", phone: "(512) 555-0134", words: "Cheap watches here" });
      await unfold(page, "e");
      await page.locator("details[data-key=e]").getByRole("button", { name: "Close", exact: true }).click();
      await page.getByText("Say why none is needed, or answer.").waitFor();
      assert.ok(await page.locator("details[data-key=e]").evaluate((fold) => fold.open), "the fold stays open");
      await page.getByLabel("Why without a reply").selectOption({ label: "It is spam" });
      await page.locator("details[data-key=e]").getByRole("button", { name: "Close", exact: true }).click();
      await page.locator(".meta", { hasText: "resolved" }).waitFor();
    });

    test("is offered together with another of the same person, and joined to it", async () => {
      const first = await waiting("Maria", { name: "Tess Holm", phone: "(512) 555-0135", words: "My first question" });
      await ask(first.patient, "harbor", { name: "Tess Holm", phone: "(512) 555-0135", words: "And one more thing" });
      const second = await numberOf(first.patient);
      await first.page.reload();
      await first.page.getByText("Also from this person").waitFor();
      await first.page.getByRole("link", { name: "And one more thing" }).waitFor();
      await first.page.getByRole("button", { name: /^Join/ }).click();
      await first.page.locator(".entry.in", { hasText: "And one more thing" }).waitFor();
      await first.page.goto(`/desk/harbor/requests/${second}`);
      await first.page.getByText(`This request was joined to #${first.number}`).waitFor();
      assert.equal(await first.page.locator("#reply").count(), 0);
      await first.page.getByRole("link", { name: `Open #${first.number}` }).click();
      await first.page.getByText("My first question").first().waitFor();
    });

    test("answered by two at once tells the second who was first, shows it, and keeps what they typed", async () => {
      const { page: maria, number } = await waiting("Maria", { name: "Leo Faber", phone: "(512) 555-0136" });
      const jo = await world.staff("Jo");
      await jo.goto(`/desk/harbor/requests/${number}`);
      await maria.getByLabel("Reply to Leo").fill("It opens at seven, says Maria.");
      await jo.getByLabel("Reply to Leo").fill("It opens at seven, says Jo.");
      await maria.getByRole("button", { name: /^Send to Leo/ }).click();
      await maria.getByRole("button", { name: /^Take back/ }).waitFor();
      await jo.getByRole("button", { name: /^Send to Leo/ }).click();
      await jo.getByRole("alert").waitFor();
      assert.match(await jo.getByRole("alert").innerText(), /Maria Reyes answered first/);
      await jo.getByText("It opens at seven, says Maria.").waitFor();
      assert.equal(await jo.locator("#reply").inputValue(), "It opens at seven, says Jo.");
    });

    test("about records carries a second clock that wants a finding and a reply", async () => {
      const { page } = await waiting("Nadia", { name: "Vera Lund", phone: "(512) 555-0137", words: "Please send me my records", kind: "My records" });
      await page.getByText("Access to records").waitFor();
      await page.getByText(/^Reply by/).waitFor();
      assert.equal(await page.locator("details[data-key=e]").count(), 0, "it isn't closed past its second clock");
      await page.getByText("Answer it").click();
      await page.getByLabel("Reply to the patient").fill("They are in the mail.");
      await page.getByRole("button", { name: "Send, and close the request" }).click();
      await page.locator(".error").first().waitFor();
      assert.equal(await page.getByLabel("Reply to the patient").inputValue(), "They are in the mail.");
      await page.getByLabel("What was found").fill("Printed and mailed.");
      await page.getByRole("button", { name: "Send, and close the request" }).click();
      await page.locator(".side", { hasText: "Printed and mailed." }).waitFor();
    });

    test("of an empty reply stays where it is and names the box", async () => {
      const page = await started("Jo", { name: "Uma Stern" });
      await page.getByRole("button", { name: /^Send to Uma/ }).click();
      await page.locator("#reply-error").waitFor();
      assert.equal(await page.locator("#reply").getAttribute("aria-invalid"), "true");
    });
  });
}
