// What the tests of the roster begin with: a line, a shift on every day of the week, somebody on call.

/** Adds a phone line in the settings, for who may. */
export async function addLine(page, name) {
  await page.goto("/desk/harbor/settings/lines/new");
  await page.getByLabel("Name", { exact: true }).fill(name);
  await page.locator("#number").fill("(512) 555-0177");
  await page.getByRole("button", { name: "Save" }).click();
  await page.waitForURL(/saved=1/);
}

/** Adds a shift by its form: who, on which line, from when to when, every day. */
export async function addShift(page, { who, line, hours, breaks = "" }) {
  await page.goto("/desk/harbor/roster/shifts/new");
  await page.getByLabel("Who", { exact: true }).selectOption(who);
  await page.getByLabel(line, { exact: true }).check();
  for (const day of ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]) await page.getByLabel(day, { exact: true }).check();
  await page.getByLabel("Hours", { exact: true }).fill(hours);
  await page.getByLabel("Breaks").fill(breaks);
  await page.getByRole("button", { name: "Add the shift" }).click();
  await page.waitForURL(/roster\?week=.*saved=1/);
}

/** Harbor with a line, somebody on it every day, and nobody after hours: the addresses of its pages. */
export async function rostered(page) {
  await addLine(page, "Night line");
  await addShift(page, { who: { index: 1 }, line: "Night line", hours: "8:00-17:00", breaks: "12:00-12:30" });
  const line = page.locator("section.line", { hasText: "Night line" });
  return {
    shift: await line.locator(".turn a").first().getAttribute("href"),
    answering: await line.getByRole("link", { name: "Change the answering service" }).getAttribute("href"),
    myShifts: await page.getByRole("link", { name: "My shifts" }).getAttribute("href"),
  };
}
