// Counts down the seconds in which a sent reply can still be taken back, and takes the bar away when they are over. The server
// decides what is too late; a page without scripts shows the bar until it is loaded again.

export function startUndo(page: Document): void {
  const look = (): void => {
    for (const bar of page.querySelectorAll<HTMLElement>("[data-undo-seconds]")) count(bar);
  };
  look();
  page.addEventListener("htmx:after:swap", look);
}

function count(bar: HTMLElement): void {
  if (bar.dataset["counting"]) return;
  bar.dataset["counting"] = "yes";
  const until = Date.now() + Number(bar.dataset["undoSeconds"]) * 1000;
  const step = (): void => {
    const left = Math.ceil((until - Date.now()) / 1000);
    if (left <= 0 || !bar.isConnected) {
      clearInterval(timer);
      bar.remove();
      return;
    }
    const place = bar.querySelector("[data-seconds]");
    if (place) place.textContent = String(left);
  };
  const timer = setInterval(step, 250);
  step();
}
