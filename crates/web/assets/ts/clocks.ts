// Lets the response clocks of a page run on between two answers of the server. The server counts open time; here only the
// seconds since an element came are taken off, and none after the practice closes. The machine's own clock may be wrong
// by hours without harm, for only differences are read.

/** Seconds between two looks; a minute is the smallest step shown. */
const EVERY = 15;

/** From here on a span is told in hours. */
const HOURS_FROM_MINUTES = 100;

/** When each clock came, and what it showed: one that is drawn anew in its place starts again from there. */
const seen = new WeakMap<Element, { at: number; left: string | undefined }>();

export interface Clock {
  /** Open seconds left when the server rendered; below zero when late. */
  left: number;
  /** Open seconds from now until the practice next closes; 0 while closed. */
  openFor: number;
  /** The target in seconds. */
  total: number;
  /** Left seconds from which the clock is at risk. */
  warn: number;
}

export interface Face {
  state: "kept" | "risk" | "late";
  /** Whole minutes left, or late, rounded so that nothing shows more time than there is. */
  minutes: number;
  /** Of the bar, 0 to 100. */
  percent: number;
}

export function face(clock: Clock, elapsed: number): Face {
  const left = clock.left - Math.min(Math.max(elapsed, 0), clock.openFor);
  const percent = clock.total > 0 ? Math.round(Math.min(Math.max(left / clock.total, 0), 1) * 100) : 0;
  if (left < 0) return { state: "late", minutes: Math.floor(-left / 60), percent: 100 };
  return { state: left <= clock.warn ? "risk" : "kept", minutes: Math.floor(left / 60), percent };
}

/** The words come from the page, in its language: `{n}` minutes, or `{h}` hours and `{m}` minutes. */
export function words(minutes: number, inMinutes: string, inHours: string): string {
  if (minutes < HOURS_FROM_MINUTES) return inMinutes.replace("{n}", String(minutes));
  return inHours.replace("{h}", String(Math.floor(minutes / 60))).replace("{m}", String(minutes % 60).padStart(2, "0"));
}

export function startClocks(page: Document): void {
  const look = (): void => {
    if (!page.hidden) for (const clock of page.querySelectorAll<HTMLElement>("[data-left]")) show(clock);
  };
  look();
  setInterval(look, EVERY * 1000);
  page.addEventListener("visibilitychange", look);
  page.addEventListener("htmx:after:swap", look);
}

function show(element: HTMLElement): void {
  const texts = element.closest<HTMLElement>("[data-clocks]")?.dataset;
  if (!texts) return;
  const { left, openFor, total, warn } = element.dataset;
  let first = seen.get(element);
  if (first?.left !== left) seen.set(element, (first = { at: Date.now(), left }));
  const now = face(
    { left: Number(left), openFor: Number(openFor), total: Number(total), warn: Number(warn) },
    (Date.now() - (first?.at ?? 0)) / 1000,
  );
  element.classList.toggle("risk", now.state === "risk");
  element.classList.toggle("late", now.state === "late");
  element.querySelector(".fill")?.setAttribute("width", String(now.percent));
  const text = now.state === "late"
    ? words(now.minutes, texts["lateMinutes"] ?? "", texts["lateHours"] ?? "")
    : words(now.minutes, texts["leftMinutes"] ?? "", texts["leftHours"] ?? "");
  const place = element.querySelector(".left");
  if (place && text && place.textContent !== text) place.textContent = text;
}
