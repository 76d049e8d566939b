// Says to the server, for as long as a request's page is seen, that somebody looks at it or writes to it, and when they go.
import { BY_ITSELF } from "./live";

/** How often, in milliseconds; the server forgets after two and a bit of it. */
const EVERY = 20_000;

export function startPresence(page: Document): void {
  const main = page.querySelector<HTMLElement>("main[data-presence]");
  const address = main?.dataset["presence"];
  if (!address) return;
  let typedAt = 0;
  let said = "";
  const form = (doing: string): URLSearchParams => {
    const token = page.querySelector<HTMLInputElement>("input[name=token]")?.value ?? "";
    return new URLSearchParams({ token, doing });
  };
  const say = (): void => {
    if (page.hidden) return;
    said = Date.now() - typedAt < EVERY ? "writing" : "looking";
    // Whether it arrives matters little: it is said again.
    fetch(address, { method: "POST", headers: BY_ITSELF, body: form(said) }).catch(() => {});
  };
  const go = (): void => {
    said = "";
    navigator.sendBeacon(address, form("gone"));
  };
  page.addEventListener("input", (event) => {
    if (!(event.target instanceof HTMLTextAreaElement) || !main?.contains(event.target)) return;
    typedAt = Date.now();
    if (said !== "writing") say();
  });
  page.addEventListener("visibilitychange", () => (page.hidden ? go() : say()));
  addEventListener("pagehide", () => {
    if (said) go();
  });
  setInterval(say, EVERY);
  say();
}
