// A survey from end to end: a letter that a mail server gets, its link without JavaScript, two taps, and what the desk sees.
import assert from "node:assert/strict";
import { createServer } from "node:net";
import { after, afterEach, before, describe, test } from "node:test";
import { launch } from "./chromium.mjs";
import { sparePort, startDesk } from "./desk.mjs";
import { openPage, reads } from "./look.mjs";
import { ask, says, until } from "./ways.mjs";

/** A mail server that takes every letter and keeps its text; enough of RFC 5321 for one sender. */
async function mailServer(port) {
  const letters = [];
  const server = createServer((socket) => {
    let text = "";
    let inLetter = false;
    const say = (line) => socket.write(`${line}\r\n`);
    say("220 mail.example");
    socket.on("error", () => socket.destroy());
    socket.on("data", (bytes) => {
      text += bytes.toString("utf8");
      for (;;) {
        const end = text.indexOf(inLetter ? "\r\n.\r\n" : "\r\n");
        if (end < 0) return;
        const line = text.slice(0, end);
        text = text.slice(end + (inLetter ? 5 : 2));
        if (inLetter) {
          letters.push(line);
          inLetter = false;
          say("250 taken");
        } else if (/^DATA/i.test(line)) {
          inLetter = true;
          say("354 go on");
        } else if (/^QUIT/i.test(line)) {
          say("221 bye");
          socket.end();
        } else say("250 mail.example");
      }
    });
  });
  await new Promise((ready) => server.listen(port, "127.0.0.1", ready));
  return { letters, stop: () => new Promise((done) => server.close(done)) };
}

/** The words of a letter, its soft line ends and its equals signs undone (RFC 2045, 6.7). */
function words(letter) {
  const plain = letter.replace(/=\r?\n/g, "").replace(/=([0-9A-F]{2})/g, (_, code) => String.fromCharCode(parseInt(code, 16)));
  const packed = letter.match(/base64\r?\n\r?\n([A-Za-z0-9+/=\r\n]+)/);
  return packed ? Buffer.from(packed[1], "base64").toString("utf8") : plain;
}

describe("a survey", () => {
  let desk;
  let mail;
  let browser;
  let port;
  let password;
  let pages = [];
  before(async () => {
    port = await sparePort();
    mail = await mailServer(port);
    desk = await startDesk({
      made: [
        ["practice", "add", "elm", "--name", "Elm Practice", "--timezone", "America/Chicago", "--hours", "24/7"],
        ["member", "add", "elm", "--name", "Mona Moss", "--login", "mona@elm.example", "--role", "administrator"],
      ],
      environment: { ANTEROOM_EGRESS: "127.0.0.1" },
    });
    password = desk.demo.trim().split(/\s+/).at(-1);
    browser = await launch();
  });
  after(async () => {
    await browser?.close();
    await desk?.stop();
    await mail?.stop();
  });
  afterEach(async () => {
    const faults = pages.flatMap((page) => page.faults);
    await Promise.all(pages.map((page) => page.context().close()));
    pages = [];
    assert.deepEqual(faults, []);
  });

  async function open(look) {
    const page = await openPage(browser, desk.address, look);
    pages.push(page);
    return page;
  }

  async function mona() {
    const page = await open();
    await page.goto("/desk/elm");
    await page.getByLabel("E-mail").fill("mona@elm.example");
    await page.getByLabel("Password").fill(password);
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.getByRole("navigation", { name: "Desk" }).waitFor();
    return page;
  }

  let link;
  test("is set up by its manager, and asks after a request that was answered", async () => {
    const page = await mona();
    await page.goto("/desk/elm/settings/surveys");
    await page.getByText("Nobody can be asked yet").waitFor();
    await page.goto("/desk/elm/settings/mail");
    await page.getByLabel("Server", { exact: true }).fill("127.0.0.1");
    await page.getByLabel("Port").fill(String(port));
    await page.getByLabel("Encryption").selectOption("none");
    await page.getByLabel("Name on the letters").fill("Elm Practice");
    await page.getByLabel("Address on the letters").fill("desk@elm.example");
    await page.getByRole("button", { name: "Save" }).first().click();
    await page.goto("/desk/elm/settings/surveys");
    await page.getByLabel("Ask patients whether they would recommend us").check();
    await page.getByLabel("Hours until the letter").fill("0");
    await page.getByLabel("Letters go out from").fill("0:00");
    await page.getByLabel("and until").fill("24:00");
    await page.getByLabel("Who sees to those").selectOption({ label: "Mona Moss" });
    await page.getByRole("button", { name: "Save" }).click();
    await page.waitForURL(/saved=1/);
    await reads(page, "settings-surveys-on");

    const patient = await open();
    await ask(patient, "elm", { words: "Is it open on Saturday?", name: "Nora Wolf", email: "nora@example.org" });
    await page.goto("/desk/elm/requests");
    await page.locator("[data-row]", { hasText: "Nora Wolf" }).click();
    await page.locator("#reply").fill("Yes, from nine to noon.");
    await page.locator("#then").selectOption("close");
    await page.getByRole("button", { name: "Send" }).first().click();
    const asked = await until("the letter that asks has come", async () => mail.letters.map(words).find((text) => text.includes("/survey/")));
    link = asked.match(/https?:\/\/\S+\/survey\/[\w-]+/)[0];
    assert.ok(!/Nora|Saturday/.test(asked), asked);
  });

  test("is answered by its link in two taps without JavaScript, and read again changes nothing", async () => {
    const page = await open({ javaScript: false, width: 320 });
    await page.goto(link);
    await page.getByRole("heading", { name: "Would you recommend Elm Practice" }).waitFor();
    await page.reload();
    const seen = await open();
    await seen.goto(link);
    await reads(seen, "survey");
    await page.getByRole("button", { name: "4", exact: true }).click();
    await page.getByText("Your answer: 4 of 10.").waitFor();
    await page.getByLabel("What is the reason").fill("I waited for <b>an hour</b>");
    await page.getByLabel("Please call me about this").check();
    await page.getByRole("button", { name: "Send" }).click();
    await page.getByText("We read every word.").waitFor();
    await page.getByText("Do you know somebody who looks for a practice like ours?").waitFor();
  });

  test("reads well on a phone and a large screen, light and dark, before and after the answer", async () => {
    const page = await open();
    await page.goto(link);
    await reads(page, "survey-answered");
    await page.goto(`${link}?lang=es`);
    await reads(page, "survey-answered-es");
    const gone = await open();
    await gone.goto("/elm/survey/no-such-link");
    await gone.getByRole("heading").first().waitFor();
  });

  test("comes to its person at the desk, who closes the loop beside the answer", async () => {
    const page = await mona();
    await page.goto("/desk/elm/surveys");
    await page.getByText("I waited for <b>an hour</b>").waitFor();
    await page.getByText("waits for Mona Moss").waitFor();
    await page.getByText("Wants to be called.").waitFor();
    await reads(page, "surveys");
    await page.goto("/desk/elm");
    await page.getByText("who would not recommend us waits for an answer").first().waitFor();
    await page.getByRole("link", { name: "Answer them" }).first().click();
    await page.locator("[data-row]").first().click();
    await page.getByText("4/10").first().waitFor();
    await page.locator("#reply").fill("I am sorry. We now see children before the others.");
    await page.locator("#then").selectOption("close");
    await page.getByRole("button", { name: "Send" }).first().click();
    await page.goto("/desk/elm/surveys");
    await says(page, "answered by Mona Moss");
    await page.goto("/desk/elm/definitions/nps");
    await reads(page, "definition-nps");
  });
});
