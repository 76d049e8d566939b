// The first minutes of an installation: an empty database is set up by its first visitor, once.
import assert from "node:assert/strict";
import { describe, test } from "node:test";

export function setup(world) {
  describe("an empty desk", () => {
    test("asks its first visitor to set it up, keeps what was typed, and leads to Today", async () => {
      const page = await world.open({ at: world.empty.address });
      await page.goto("/");
      await page.getByRole("heading", { name: "Set up your practice" }).waitFor();
      await page.getByLabel("Name of the practice").fill("Elm Street Practice");
      await page.getByLabel("Address of its pages").fill("Elm Street!");
      await page.getByLabel("Your name").fill("Ana Elm");
      await page.getByLabel("Your e-mail").fill("ana@elm.example");
      await page.getByLabel("Password").fill("short");
      await page.getByRole("button", { name: "Found the practice" }).click();
      const errors = await page.getByRole("alert").getByRole("link").allInnerTexts();
      assert.equal(errors.length, 2, errors.join());
      assert.equal(await page.getByLabel("Name of the practice").inputValue(), "Elm Street Practice");
      await page.getByLabel("Address of its pages").fill("elm");
      await page.getByLabel("Password").fill("a sentence that stays in mind");
      await page.getByRole("button", { name: "Found the practice" }).click();
      await page.getByText("The practice is founded.").waitFor();
      await page.getByLabel("E-mail").fill("ana@elm.example");
      await page.getByLabel("Password").fill("a sentence that stays in mind");
      await page.getByRole("button", { name: "Sign in" }).click();
      await page.locator(".promises").waitFor();
      const response = await page.goto("/setup");
      assert.equal(response.status(), 404, "the set-up is gone for good");
      await page.goto("/desk/elm/requests");
      await page.getByText("What patients ask on the practice’s page appears here at once.").waitFor();
    });
  });
}
