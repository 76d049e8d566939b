// The real pages, served by the binary from the demo practice: the main ways of patients and staff, and every page's look.
// One desk for all of them, and beside it an empty one and one whose practices have no staff.
import assert from "node:assert/strict";
import { after, afterEach, before, describe, test } from "node:test";
import { launch } from "./chromium.mjs";
import { startDesk } from "./desk.mjs";
import { alerts } from "./desk/alerts.mjs";
import { pages } from "./desk/pages.mjs";
import { patient } from "./desk/patient.mjs";
import { request } from "./desk/request.mjs";
import { setup } from "./desk/setup.mjs";
import { staff } from "./desk/staff.mjs";
import { openPage } from "./look.mjs";
import { signIn } from "./ways.mjs";

const QUIET = [
  ["practice", "add", "quiet", "--name", "Quiet Practice", "--timezone", "UTC", "--phone", "(512) 555-0111"],
  ["practice", "add", "always", "--name", "Always Open", "--timezone", "UTC", "--hours", "24/7"],
];

class World {
  #seats = new Map();
  #open = [];

  async start() {
    this.desk = await startDesk();
    [this.quiet, this.empty] = await Promise.all([startDesk({ made: QUIET }), startDesk({ made: [] })]);
    this.browser = await launch();
  }

  async stop() {
    await this.browser?.close();
    await Promise.all([this.desk, this.quiet, this.empty].map((desk) => desk?.stop()));
  }

  /** A page of somebody who isn't signed in. */
  async open({ at = this.desk.address, ...look } = {}) {
    const page = await openPage(this.browser, at, look);
    this.#open.push(page);
    return page;
  }

  /** A page of a member, on a device of their own; the password is typed once a member. */
  async staff(name) {
    if (!this.#seats.has(name)) {
      const page = await this.open();
      await signIn(page, this.desk, name);
      this.#seats.set(name, await page.context().storageState());
    }
    return this.open({ storageState: this.#seats.get(name) });
  }

  /** Closes what a test opened; nothing on any of its pages may have gone wrong. */
  async leave() {
    const faults = this.#open.flatMap((page) => page.faults);
    await Promise.all(this.#open.map((page) => page.context().close()));
    this.#open = [];
    assert.deepEqual(faults, []);
  }
}

describe("the desk", () => {
  const world = new World();
  before(() => world.start());
  after(() => world.stop());
  afterEach(() => world.leave());

  test("is served under a strict policy", async () => {
    const page = await world.open();
    const response = await page.goto("/harbor");
    assert.match(response.headers()["content-security-policy"], /default-src 'none'.*script-src 'self'/);
  });

  patient(world);
  staff(world);
  request(world);
  alerts(world);
  pages(world);
  setup(world);
});
