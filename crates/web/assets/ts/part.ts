// A part of a page that the server draws anew: fetched, cleaned of what would take the focus, and put in its place. It knows
// no page.

export interface Part {
  place: HTMLElement;
  /// Counts what was asked for, so that an answer which was overtaken is dropped.
  turn: number;
}

/// Calls once nothing was asked for so many milliseconds.
export function later(wait: number, act: () => void): () => void {
  let waiting: number | undefined;
  return () => {
    window.clearTimeout(waiting);
    waiting = window.setTimeout(act, wait);
  };
}

export async function fetchPart(part: Part, address: string, body?: URLSearchParams): Promise<void> {
  part.turn += 1;
  const turn = part.turn;
  const asked: RequestInit = { headers: { "X-Part": "1" }, credentials: "same-origin" };
  if (body) {
    asked.method = "POST";
    asked.body = body;
  }
  try {
    const answer = await fetch(address, asked);
    if (!answer.ok || turn !== part.turn) return;
    const text = answer.status === 204 ? "" : await answer.text();
    if (turn !== part.turn) return;
    const drawn = document.createElement("template");
    drawn.innerHTML = text;
    drawn.content.querySelectorAll("[autofocus]").forEach((one) => one.removeAttribute("autofocus"));
    part.place.textContent = "";
    part.place.appendChild(drawn.content);
  } catch {
    // A line that is gone leaves what stands there; the form's own button says what is wrong.
  }
}
