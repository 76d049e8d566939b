// One key for each thing on the page that says so: `data-key="r"` on a field focuses it, on a fold opens it, on a link or
// button presses it; `[data-rows] [data-row]` are walked with j and k. Knows nothing of what the things do.

/** Where the choice to have no single-key shortcuts is kept, on this device (WCAG 2.1.4). */
const OFF = "anteroom.keys.off";

export const TYPED = "input, textarea, select, [contenteditable]";

export function startKeys(page: Document): void {
  page.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.isComposing) return;
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) return send(event);
    if (event.ctrlKey || event.metaKey || event.altKey || off()) return;
    if (event.target instanceof Element && event.target.closest(TYPED)) return leave(event);
    if (press(page, event.key)) event.preventDefault();
  });
  page.addEventListener("change", (event) => {
    const box = event.target;
    if (box instanceof HTMLInputElement && box.matches("[data-keys-switch]")) remember(!box.checked);
  });
  for (const box of page.querySelectorAll<HTMLInputElement>("[data-keys-switch]")) box.checked = !off();
  page.addEventListener("anteroom:use", (event) => {
    if (event instanceof CustomEvent && event.detail instanceof HTMLElement) use(event.detail);
  });
}

function press(page: Document, key: string): boolean {
  if (key === "j" && walk(page, 1)) return true;
  if (key === "k" && walk(page, -1)) return true;
  for (const thing of page.querySelectorAll<HTMLElement>("[data-key]")) {
    // A link that waits behind a button is pressed all the same.
    if (thing.dataset["key"] === key && (thing.getClientRects().length > 0 || thing.matches("[popover] a"))) {
      use(thing);
      return true;
    }
  }
  return false;
}

function use(thing: HTMLElement): void {
  if (thing.matches(TYPED)) {
    thing.focus();
  } else if (thing instanceof HTMLDetailsElement) {
    thing.open = true;
    (thing.querySelector<HTMLElement>("textarea, input:not([type=hidden]), select, button") ?? thing.querySelector("summary"))?.focus();
  } else {
    thing.click();
  }
}

/** To the next row or the one before; from nowhere to the current row, else the first. */
function walk(page: Document, step: 1 | -1): boolean {
  const rows = [...page.querySelectorAll<HTMLElement>("[data-rows] [data-row]")];
  if (rows.length === 0) return false;
  const at = rows.findIndex((row) => row === page.activeElement);
  const current = rows.findIndex((row) => row.closest("[aria-current]"));
  const next = at >= 0 ? at + step : current >= 0 ? current + step : 0;
  const row = rows[Math.min(Math.max(next, 0), rows.length - 1)];
  row?.focus();
  row?.scrollIntoView({ block: "nearest" });
  return true;
}

/** Escape leaves a field without losing what was typed, so that the keys work again. */
function leave(event: KeyboardEvent): void {
  if (event.key === "Escape" && event.target instanceof HTMLElement) event.target.blur();
}

function send(event: KeyboardEvent): void {
  const form = event.target instanceof HTMLTextAreaElement ? event.target.form : null;
  if (!form?.matches("[data-send]")) return;
  event.preventDefault();
  form.requestSubmit();
}

export function off(): boolean {
  try {
    return localStorage.getItem(OFF) === "yes";
  } catch {
    return false;
  }
}

function remember(isOff: boolean): void {
  try {
    localStorage.setItem(OFF, isOff ? "yes" : "no");
  } catch {
    // A browser that keeps nothing starts with the keys on.
  }
}
