// The ways that tests and pictures share: who the demo's people are, and how one of them signs in.
import assert from "node:assert/strict";

/** The first sign-in that the demo command printed: its line holds an e-mail address, then a password. */
export function demoSignIn(demo) {
  const line = demo.split("\n").find((text) => text.includes("@"));
  assert.ok(line, `the demo printed no sign-in:\n${demo}`);
  const [email, password] = line.slice(line.search(/\S+@/)).trim().split(/\s+/);
  const slug = demo.match(/\/desk\/([a-z0-9-]+)/)?.[1];
  assert.ok(slug, `the demo printed no /desk/... address:\n${demo}`);
  return { email, password, slug };
}

/** Signs the demo's first member in by the page, and waits until the desk stands. */
export async function signIn(page, desk) {
  const { email, password, slug } = demoSignIn(desk.demo);
  await page.goto(`/desk/${slug}/`);
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("navigation", { name: "Desk" }).waitFor();
}
