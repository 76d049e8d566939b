// Articles beside the ask form while its words are typed. They stand beside it, never before sending, and take no focus.
import { type Part, fetchPart, later } from "./part";

const WAIT = 800;
/// Fewer letters say nothing yet.
const LEAST = 8;

export function startSuggest(page: Document): void {
  const place = page.querySelector<HTMLElement>("[data-suggest]");
  const words = page.querySelector<HTMLTextAreaElement>("textarea#words");
  const address = place?.dataset["suggest"];
  if (!place || !words || !address) return;
  const part: Part = { place, turn: 0 };
  const look = later(WAIT, () => {
    if (words.value.trim().length < LEAST) return;
    void fetchPart(part, address, new URLSearchParams({ words: words.value }));
  });
  words.addEventListener("input", look);
}
