// "Copy for the chart" in one key: a link to the page with the text, `data-copy` with what is said when it is done. The page
// is asked for as it would be opened, so that the copy is written down the same way; where the clipboard can't be written to,
// the page opens.

export function startCopy(page: Document): void {
  page.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>("a[data-copy]") : null;
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || !("ClipboardItem" in window)) return;
    event.preventDefault();
    // The text is promised, not awaited: browsers let only a press write to the clipboard, and forget it meanwhile.
    const text = threadOf(link.href).then((words) => new Blob([words], { type: "text/plain" }));
    navigator.clipboard.write([new ClipboardItem({ "text/plain": text })]).then(
      () => say(page, link.dataset["copy"] ?? ""),
      () => location.assign(link.href),
    );
  });
}

async function threadOf(address: string): Promise<string> {
  const answer = await fetch(address, { headers: { accept: "text/html" } });
  if (!answer.ok) throw new Error(`the thread could not be read: ${answer.status}`);
  const text = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector<HTMLTextAreaElement>("textarea#copy");
  if (!text) throw new Error("the page has no thread");
  return text.value;
}

function say(page: Document, words: string): void {
  const place = page.querySelector("[data-copied]");
  if (place) place.textContent = words;
}
