// The pictures of the README: the pages that a newcomer should see, from the demo practice of a fixed seed. Finds its way by
// what a person would follow (labels, links), so that it breaks when a page no longer says what it should.
import { join } from "node:path";
import { launch } from "./chromium.mjs";
import { startDesk } from "./desk.mjs";
import { openPage } from "./look.mjs";
import { demoPeople, signIn } from "./ways.mjs";

const folder = process.argv[2] ?? ".";
// The whole demo, without anybody who writes between two pictures.
const desk = await startDesk({ made: [["demo", "--seed", "1"]], patience: 600_000 });
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
    await page.goto(`/desk/${slug}/definitions/response`);
    await take("history");
    await page.goto(`/desk/${slug}/settings/hours`);
    await take("hours");
    // The first page on a phone, on a tablet and on the wall.
    for (const [width, height] of [[320, 640], [768, 1024], [1920, 1080]]) {
      await page.setViewportSize({ width, height });
      await page.goto(`/desk/${slug}`);
      await take(`today-${width}`);
    }
    await page.context().close();
  }
} finally {
  await browser.close();
  await desk.stop();
}
