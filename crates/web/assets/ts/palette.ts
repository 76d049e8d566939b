// The search that opens over the page on `/`: one field, and below it what can be done here and what the server finds. A list
// box that is worked from its field (WAI-ARIA Authoring Practices, combobox). Without it the same link leads to a page.
import { BY_ITSELF } from "./live";

/** After the last key, in milliseconds. */
const REST = 120;
/** Things of this page that are shown at once. */
const MOST = 8;

interface Found {
  kind: string;
  text: string;
  key: string;
  go: () => void;
}

export function startPalette(page: Document): void {
  const dialog = page.getElementById("palette");
  const field = dialog?.querySelector<HTMLInputElement>("input[role=combobox]");
  const list = dialog?.querySelector<HTMLElement>("[role=listbox]");
  if (!(dialog instanceof HTMLDialogElement) || !field || !list) return;
  new Palette(page, dialog, field, list).start();
}

class Palette {
  #found: Found[] = [];
  #at = 0;
  #asking: AbortController | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private page: Document,
    private dialog: HTMLDialogElement,
    private field: HTMLInputElement,
    private list: HTMLElement,
  ) {}

  start(): void {
    this.page.addEventListener("click", (event) => {
      const link = event.target instanceof Element ? event.target.closest("[data-palette]") : null;
      if (!link || event.defaultPrevented) return;
      event.preventDefault();
      this.#open();
    });
    this.field.addEventListener("input", () => {
      clearTimeout(this.#timer);
      this.#show(this.#here());
      this.#timer = setTimeout(() => void this.#ask(), REST);
    });
    this.dialog.addEventListener("keydown", (event) => this.#key(event));
    this.list.addEventListener("click", (event) => {
      const option = event.target instanceof Element ? event.target.closest("[role=option]") : null;
      const at = [...this.list.children].findIndex((one) => one === option);
      if (at >= 0) this.#go(at);
    });
    this.dialog.addEventListener("click", (event) => {
      if (event.target === this.dialog) this.dialog.close();
    });
  }

  #open(): void {
    this.field.value = "";
    this.#show(this.#here());
    this.dialog.showModal();
    this.field.focus();
    void this.#ask();
  }

  #key(event: KeyboardEvent): void {
    // A browser's search field would keep the key for itself while it holds words.
    if (event.key === "Escape") this.dialog.close();
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) this.#mark((this.#at + step + this.#found.length) % Math.max(this.#found.length, 1));
    else if (event.key === "Enter" && event.target === this.field) this.#go(this.#at);
    else if (event.key !== "Escape") return;
    event.preventDefault();
  }

  /** What this page can do: all that has a key. */
  #here(): Found[] {
    const asked = plain(this.field.value);
    const kind = this.dialog.dataset["action"] ?? "";
    const found: Found[] = [];
    for (const thing of this.page.querySelectorAll<HTMLElement>("main [data-key], header [data-key]")) {
      const text = label(thing);
      const key = thing.dataset["key"] ?? "";
      if (thing.matches("[data-palette]") || (thing.getClientRects().length === 0 && !thing.matches("[popover] a"))) continue;
      if (!text || !plain(text).includes(asked) || found.some((one) => one.key === key)) continue;
      const go = (): void => {
        this.page.dispatchEvent(new CustomEvent("anteroom:use", { detail: thing }));
      };
      found.push({ kind, text, key, go });
    }
    return asked ? found.slice(0, MOST) : found.slice(0, 2 * MOST);
  }

  async #ask(): Promise<void> {
    this.#asking?.abort();
    const asked = this.field.value.trim();
    const address = this.field.form?.action;
    if (!asked || !address) return;
    const asking = new AbortController();
    this.#asking = asking;
    try {
      const answer = await fetch(`${address}?q=${encodeURIComponent(asked)}`, { headers: BY_ITSELF, signal: asking.signal });
      const there = new DOMParser().parseFromString(await answer.text(), "text/html");
      const links = [...there.querySelectorAll<HTMLAnchorElement>("#found a")];
      const found = links.map((link) => ({
        kind: link.dataset["kind"] ?? "",
        text: link.textContent?.trim() ?? "",
        key: "",
        go: () => location.assign(link.href),
      }));
      if (asking.signal.aborted) return;
      const here = this.#here();
      // A number or a name is meant before a thing of this page that has its letters.
      this.#show(/^#?\d+$/.test(asked) ? [...found, ...here] : [...here, ...found]);
    } catch {
      // Asked again with the next key, or offline: what this page can do stays.
    }
  }

  #show(found: Found[]): void {
    this.#found = found;
    this.list.replaceChildren(...found.map((one, at) => this.#option(one, at)));
    const count = this.dialog.querySelector<HTMLElement>("[data-found]");
    if (count) count.textContent = found.length === 0 && this.field.value ? (count.dataset["none"] ?? "") : "";
    this.field.setAttribute("aria-expanded", String(found.length > 0));
    this.#mark(0);
  }

  #option({ kind, text, key }: Found, at: number): HTMLElement {
    const option = this.page.createElement("li");
    option.id = `option-${at}`;
    option.setAttribute("role", "option");
    const what = this.page.createElement("span");
    what.className = "kind";
    what.textContent = kind;
    const name = this.page.createElement("bdi");
    name.textContent = text;
    option.append(name, " ", what);
    if (key) option.append(" ", Object.assign(this.page.createElement("kbd"), { textContent: key }));
    return option;
  }

  #mark(at: number): void {
    this.#at = at;
    for (const [index, option] of [...this.list.children].entries()) {
      option.setAttribute("aria-selected", String(index === at));
      if (index === at) option.scrollIntoView({ block: "nearest" });
    }
    if (this.#found.length > 0) this.field.setAttribute("aria-activedescendant", `option-${at}`);
    else this.field.removeAttribute("aria-activedescendant");
  }

  #go(at: number): void {
    const found = this.#found[at];
    if (!found) return this.field.form?.submit();
    this.dialog.close();
    found.go();
  }
}

/** Letters without case and accents. */
function plain(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().trim();
}

/** What a thing is called, without its keys. */
function label(thing: HTMLElement): string {
  const of = thing.matches("details") ? thing.querySelector("summary") : thing.matches("textarea, input, select") ? (thing as HTMLInputElement).labels?.[0] : thing;
  const copy = of?.cloneNode(true);
  if (!(copy instanceof HTMLElement)) return "";
  for (const key of copy.querySelectorAll("kbd, b")) key.remove();
  return (thing.getAttribute("aria-label") ?? copy.textContent ?? "").trim();
}
