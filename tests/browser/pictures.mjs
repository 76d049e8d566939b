// The pictures of the README: the pages that a newcomer should see, from the demo practice of a fixed seed. Finds its way by
// what a person would follow (labels, links), so that it breaks when a page no longer says what it should.
import { join } from "node:path";
import { launch } from "./chromium.mjs";
import { startDesk } from "./desk.mjs";
import { openPage } from "./look.mjs";
import { demoPeople, signIn } from "./ways.mjs";

const folder = process.argv[2] ?? ".";
// The whole demo, without anybody who writes between two pictures.
const desk = await startDesk({ made: [["demo", "--seed", "1"]] });
const browser = await launch();
try {
  const { slug } = demoPeople(desk.demo);
  for (const theme of ["light", "dark"]) {
    const page = await openPage(browser, desk.address, { theme });
    const take = (name) => page.screenshot({ path: join(folder, `${name}-${theme}.png`) });
    await page.goto(`/${slug}/`);
    await take("home");
    await signIn(page, desk);
    await take("today");
    await page.getByRole("navigation", { name: "Desk" }).getByRole("link", { name: /^Queue/ }).click();
    await take("queue");
    await page.locator("[data-row]").first().click();
    await take("request");
    await page.context().close();
  }
} finally {
  await browser.close();
  await desk.stop();
}
