// Starts the machine's own Chromium: the tests never download a browser. Knows nothing of the pages.
import { chromium } from "playwright-core";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

const names = ["chromium", "chromium-browser", "google-chrome"];
const folders = (process.env.PATH ?? "").split(delimiter);
const candidates = [
  process.env.ANTEROOM_CHROMIUM,
  ...names.flatMap((name) => folders.map((folder) => join(folder, name))),
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

// No sandbox: a container has no user namespaces. The rest keeps the browser from calling home while tests run.
const args = [
  "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
  "--disable-background-networking", "--disable-component-update", "--disable-sync",
];

/** A browser, with further switches where a test needs them. */
export function launch(more = []) {
  const executablePath = candidates.find((path) => path && existsSync(path));
  if (!executablePath) throw new Error("No Chromium found: run scripts/install, or name one in ANTEROOM_CHROMIUM");
  return chromium.launch({ executablePath, args: [...args, ...more] });
}
