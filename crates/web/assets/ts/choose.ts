// Rows are chosen by their boxes: `x` on a row, with Shift all rows from the last one, `*` all of the page or none. What was
// chosen stays chosen while the page is drawn anew. Knows nothing of what is done to them.
import { off, TYPED } from "./keys";

export function startChoose(page: Document): void {
  const chosen = new Set<string>();
  let last = "";
  const boxes = (): HTMLInputElement[] => [...page.querySelectorAll<HTMLInputElement>("[data-pick]")];
  const say = (): void => {
    const here = boxes().filter((box) => chosen.has(number(box)));
    for (const place of page.querySelectorAll<HTMLElement>("[data-chosen]")) {
      place.hidden = here.length === 0;
      // Written only where it differs: the change is seen below, and would be said again without end.
      if (place.textContent !== String(here.length)) place.textContent = String(here.length);
    }
  };
  const set = (box: HTMLInputElement, on: boolean): void => {
    box.checked = on;
    if (on) chosen.add(number(box));
    else chosen.delete(number(box));
  };
  const range = (to: HTMLInputElement): void => {
    const all = boxes();
    const [from, end] = [all.findIndex((box) => number(box) === last), all.indexOf(to)].sort((a, b) => a - b);
    for (const box of all.slice(Math.max(from ?? 0, 0), (end ?? 0) + 1)) set(box, true);
  };
  for (const box of boxes()) if (box.checked) chosen.add(number(box));
  say();

  page.addEventListener("change", (event) => {
    const box = event.target;
    if (!(box instanceof HTMLInputElement) || !box.matches("[data-pick]")) return;
    set(box, box.checked);
    last = number(box);
    say();
  });
  page.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey || off()) return;
    const at = event.target instanceof Element ? event.target : null;
    if (at?.closest(TYPED) && !at.matches("[data-pick]")) return;
    if (event.key === "*") {
      const all = boxes();
      if (all.length === 0) return;
      const every = all.every((box) => box.checked);
      for (const box of all) set(box, !every);
    } else if (event.key === "x" || event.key === "X") {
      const box = at?.closest("li")?.querySelector<HTMLInputElement>("[data-pick]");
      if (!box) return;
      if (event.shiftKey) range(box);
      else set(box, !box.checked);
      last = number(box);
    } else {
      return;
    }
    event.preventDefault();
    say();
  });

  // What is done to them opens over the lower half of the page: the last one chosen comes out from under it.
  page.addEventListener(
    "toggle",
    (event) => {
      const fold = event.target;
      if (!(fold instanceof HTMLDetailsElement) || !fold.open || !fold.matches("[data-bulk]")) return;
      const chose = boxes().filter((box) => box.checked);
      (chose.find((box) => number(box) === last) ?? chose.at(-1))?.closest("li")?.scrollIntoView({ block: "nearest" });
    },
    true,
  );

  const main = page.querySelector("main");
  if (!main) return;
  const again = new MutationObserver(() => {
    for (const box of boxes()) if (box.checked !== chosen.has(number(box))) box.checked = chosen.has(number(box));
    say();
  });
  again.observe(main, { childList: true, subtree: true, attributes: true, attributeFilter: ["value", "id"] });
}

function number(box: HTMLInputElement): string {
  return box.dataset["pick"] ?? "";
}
