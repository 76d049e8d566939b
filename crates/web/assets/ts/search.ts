// Search as it is typed: asks the form's own page for its part with the hits, and puts it where the page says. The form works
// without. It never takes the focus, and an answer that was overtaken is dropped.
import { type Part, fetchPart, later } from "./part";

const WAIT = 250;

export function startSearch(page: Document): void {
  const form = page.querySelector<HTMLFormElement>("form[data-search]");
  const input = form?.querySelector<HTMLInputElement>("input[type=search]");
  const found = form && page.getElementById(form.dataset["search"] ?? "");
  if (!form || !input || !found) return;
  const part: Part = { place: found, turn: 0 };
  let asked = input.value.trim();
  const look = later(WAIT, () => {
    const words = input.value;
    if (words.trim() === asked) return;
    asked = words.trim();
    if (asked === "") {
      part.turn += 1;
      found.textContent = "";
      return;
    }
    void fetchPart(part, `${form.action}?q=${encodeURIComponent(words)}`);
  });
  input.addEventListener("input", look);
}
