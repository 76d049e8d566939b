// Keeps a page equal to what is true: a stream says what changed, rows are drawn anew as they come, and the rest of the page is
// asked for again and morphed in. Whatever is under somebody's hands stays as it is: focus, caret, open folds, typed words, and
// the row that the pointer is on. Knows nothing of what the pages show.
import htmx from "htmx.org";
import { Hands } from "./hands";
import { Stream } from "./stream";

/** The header by which the server knows that nobody pressed anything: it lets no session go on. */
export const BY_ITSELF = { "Anteroom-Live": "1" };

/** After a change the page is asked for again within this, spread so that twenty screens don't ask at once. In milliseconds. */
const SOON = [80, 500] as const;
const LATER = [800, 2500] as const;
/** Two loads of the page are at least this far apart. */
const APART = 1000;
/** A load that failed is tried again after this. */
const AGAIN = 5000;
/** What waits for idle hands is looked at this often. */
const LOOK = 500;
/** Lines are announced at most this often. */
const SAY_APART = 4000;

interface Changed {
  rows: Record<string, string>;
  nouns: string[];
}

interface Present {
  member: string;
  text: string;
}

type Hung = ReturnType<typeof setTimeout> | undefined;

export function startLive(page: Document): void {
  const place = page.getElementById("live");
  if (place?.dataset["stream"]) new Live(page, place).start();
}

class Live {
  #hands: Hands;
  #texts: DOMStringMap;
  #said: HTMLElement | null;
  #present: Record<string, Present[]> = {};
  #timer: Hung;
  #due = 0;
  #last = 0;
  #busy = false;
  /** What is shown is older than what was heard, and how much was heard. */
  #old = false;
  #heard = 0;
  #changed = new Set<string>();
  #held: Document | undefined;
  #spokeAt = 0;

  constructor(
    private page: Document,
    private place: HTMLElement,
  ) {
    this.#hands = new Hands(page);
    this.#texts = place.dataset;
    this.#said = page.getElementById("live-said");
  }

  start(): void {
    const stream = new Stream(this.page, this.#texts["stream"] ?? "", this.#texts["after"] ?? "", {
      changed: (data) => this.#news(JSON.parse(data) as Changed),
      again: () => this.#want(SOON),
      present: (data) => this.#here(JSON.parse(data) as Record<string, Present[]>),
      connected: () => {
        if (this.place.dataset["about"] === "line") this.#clear();
        // A load that failed, or that a hidden page never made.
        if (this.#old && !this.#busy) this.#want(SOON);
      },
      lost: () => this.#tell("line", this.#texts["offline"] ?? ""),
      refused: () => this.#want(SOON),
      ended: () => this.#ended(),
    });
    stream.start();
    setInterval(() => this.#release(), LOOK);
    this.page.addEventListener("anteroom:load", () => this.#want([0, 0]));
  }

  /** Where the page is asked for: a page that answers a refused form has another address than its own. */
  get #address(): string {
    return this.#main?.dataset["live"] || location.pathname + location.search;
  }

  get #main(): HTMLElement | null {
    return this.page.querySelector<HTMLElement>("main[data-live]");
  }

  #news(news: Changed): void {
    for (const [number, html] of Object.entries(news.rows)) {
      this.#changed.add(number);
      this.#row(number, html);
    }
    const own = this.#main?.dataset["number"];
    const near = own === undefined || own in news.rows || news.nouns.includes("alert");
    this.#want(near ? SOON : LATER);
  }

  /** A row that is on the page is drawn anew where it stands. Its link stays: it knows from which list it leads. */
  #row(number: string, html: string): void {
    const row = this.page.getElementById(`r${number}`);
    if (!row) return;
    const href = row.querySelector("[data-row]")?.getAttribute("href");
    this.#morph(row, html.trim(), "outerMorph");
    const drawn = this.page.getElementById(`r${number}`);
    if (href) drawn?.querySelector("[data-row]")?.setAttribute("href", href);
    drawn?.classList.add("fresh");
    this.#showPresent();
  }

  #morph(target: Element, text: string, swap: "innerMorph" | "outerMorph"): void {
    void htmx.swap({ text, target, sourceElement: target, swap, transition: false });
  }

  #want([least, most]: readonly [number, number]): void {
    const at = Math.max(Date.now() + least + Math.random() * (most - least), this.#last + APART);
    this.#old = true;
    this.#heard += 1;
    if (this.#timer && this.#due <= at) return;
    clearTimeout(this.#timer);
    this.#due = at;
    this.#timer = setTimeout(() => void this.#load(), at - Date.now());
  }

  async #load(): Promise<void> {
    this.#timer = undefined;
    if (this.#busy || this.page.hidden) return;
    this.#busy = true;
    this.#last = Date.now();
    const heard = this.#heard;
    try {
      const answer = await fetch(this.#address, { headers: { ...BY_ITSELF, Accept: "text/html" }, cache: "no-store" });
      if (new URL(answer.url).pathname === "/desk/sign-in") {
        this.#ended();
      } else if (answer.ok) {
        const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
        this.#old = this.#heard !== heard;
        this.#take(fresh);
      } else if (answer.status >= 500) {
        this.#want([AGAIN, 2 * AGAIN]);
      }
    } catch {
      this.#want([AGAIN, 2 * AGAIN]);
    } finally {
      this.#busy = false;
      if (this.#heard !== heard && !this.#timer) this.#want(SOON);
    }
  }

  /** A fresh copy of the page came: it goes in at once, or, where rows would move under somebody's hands, as soon as they rest. */
  #take(fresh: Document): void {
    this.#frame(fresh);
    if (!this.#main || !fresh.querySelector("main")) return;
    this.#held = fresh;
    this.#release();
    if (this.#held) this.#tell("page", `${(this.#texts["changes"] ?? "").replace("{n}", String(Math.max(this.#changed.size, 1)))} `, this.#texts["show"], () => this.#release(true));
  }

  /** What stands around the page: counts in the bar, and the alarm. */
  #frame(fresh: Document): void {
    for (const part of ["header.bar nav", "#ring"]) {
      const [old, next] = [this.page.querySelector(part), fresh.querySelector(part)];
      if (old && next && old.innerHTML !== next.innerHTML) this.#morph(old, next.innerHTML, "innerMorph");
    }
  }

  #release(now = false): void {
    const [main, fresh] = [this.#main, this.#held];
    const next = fresh?.querySelector<HTMLElement>("main");
    if (!main || !next) return;
    if (!now && moves(main, next) && this.#hands.on(main.querySelector("[data-rows]"))) return;
    const kept = this.#hands.keep(main, next);
    if (!kept) {
      // A form that somebody writes in is no longer on the page: it stays until they load it themselves.
      this.#held = undefined;
      this.#tell("page", `${this.#texts["elsewhere"] ?? ""} `, this.#texts["load"], () => location.assign(this.#address));
      return;
    }
    this.#held = undefined;
    const news = this.#what(main, next);
    this.#morph(main, next.innerHTML, "innerMorph");
    kept();
    this.#showPresent();
    if (this.place.dataset["about"] === "page") this.#clear();
    this.#say(news);
    this.#changed.clear();
  }

  /** What changed, in few words. */
  #what(main: HTMLElement, next: HTMLElement): string {
    const fresh = [...next.querySelectorAll("li.entry[id]")].filter((line) => !this.page.getElementById(line.id));
    const by = fresh.at(-1)?.querySelector(".by b")?.textContent;
    if (by) return (this.#texts["new"] ?? "").replace("{name}", by);
    if (main.textContent === next.textContent) return "";
    if (main.querySelector("[data-rows]") && this.#changed.size > 0) {
      return (this.#texts["changes"] ?? "").replace("{n}", String(this.#changed.size));
    }
    return main.dataset["number"] ? (this.#texts["updated"] ?? "") : "";
  }

  #say(text: string): void {
    if (!text || !this.#said || Date.now() - this.#spokeAt < SAY_APART) return;
    this.#spokeAt = Date.now();
    this.#said.textContent = text;
  }

  /** Says something in the corner of the page, perhaps with something to press. Nothing takes the focus. */
  #tell(about: "line" | "page", text: string, press?: string, act?: () => void): void {
    if (this.place.firstChild?.textContent === text) return;
    this.place.dataset["about"] = about;
    this.place.replaceChildren(text);
    if (!press || !act) return;
    const button = this.page.createElement("button");
    button.type = "button";
    button.className = "btn link";
    button.dataset["key"] = ".";
    button.append(press, " ", Object.assign(this.page.createElement("kbd"), { textContent: "." }));
    button.addEventListener("click", act);
    this.place.append(button);
  }

  #clear(): void {
    delete this.place.dataset["about"];
    this.place.replaceChildren();
  }

  #ended(): void {
    this.place.dataset["about"] = "line";
    const link = this.page.createElement("a");
    link.href = `/desk/sign-in?next=${encodeURIComponent(this.#address)}`;
    // What was typed stays where it is.
    link.target = "_blank";
    link.textContent = this.#texts["signIn"] ?? "";
    this.place.replaceChildren(`${this.#texts["ended"] ?? ""} `, link);
  }

  #here(present: Record<string, Present[]>): void {
    this.#present = present;
    this.#showPresent();
  }

  #showPresent(): void {
    for (const place of this.page.querySelectorAll<HTMLElement>("[data-present]")) {
      const here = this.#present[place.dataset["present"] ?? ""] ?? [];
      const text = here.filter((one) => one.member !== this.#texts["me"]).map((one) => one.text).join(" · ");
      if (place.textContent !== text) place.textContent = text;
    }
  }
}

/** Whether rows come, go or change places. */
function moves(main: HTMLElement, next: HTMLElement): boolean {
  const order = (of: HTMLElement): string => [...of.querySelectorAll("[data-rows] > [id]")].map((row) => row.id).join();
  return order(main) !== order(next);
}
