// What is under somebody's hands: where they type, point and read. Before a page is morphed it marks what must stay, after it it
// gives the focus back to where it was.

/** Hands rest when nothing was pressed or moved for so long, in milliseconds. */
const REST = 4000;

const TYPED = "textarea, select, input:not([type=hidden], [type=checkbox], [type=radio], [type=search])";
/** htmx leaves an element with this attribute as it is. */
const SKIP = "hx-morph-skip";

export class Hands {
  #movedAt = 0;
  #touched = new WeakSet<HTMLFormElement>();

  constructor(private page: Document) {
    const moved = (): void => {
      this.#movedAt = Date.now();
    };
    for (const event of ["pointermove", "pointerdown", "keydown", "wheel", "touchmove"]) {
      page.addEventListener(event, moved, { passive: true });
    }
    const touched = (event: Event): void => {
      if (event.target instanceof Element && event.target.matches(TYPED)) {
        const form = event.target.closest("form");
        if (form) this.#touched.add(form);
      }
    };
    page.addEventListener("input", touched);
    page.addEventListener("change", touched);
  }

  /** Whether somebody works in this part of the page just now, by pointer or by keys. */
  on(part: Element | null): boolean {
    if (!part || Date.now() - this.#movedAt > REST) return false;
    return part.matches(":hover") || part.contains(this.page.activeElement);
  }

  /**
   * Marks what must stay as it is while `main` becomes `next`. Gives what to do afterwards; nothing where a form that
   * somebody writes in would go.
   */
  keep(main: HTMLElement, next: HTMLElement): (() => void) | undefined {
    const active = this.page.activeElement;
    const forms = [...main.querySelectorAll("form")].filter((form) => this.#writes(form, active));
    for (const form of forms) {
      const field = form.querySelector("[id]");
      if (field && !next.querySelector(`[id="${CSS.escape(field.id)}"]`)) return undefined;
    }
    const stay: Element[] = [...forms, ...main.querySelectorAll("[data-keep]")];
    for (const one of stay) one.setAttribute(SKIP, "");
    for (const one of main.querySelectorAll<HTMLElement>("[data-keep]")) again(one, next);
    folds(main, next);
    const rows = [...main.querySelectorAll("[data-row]")];
    const at = rows.findIndex((row) => row === active);
    return () => {
      for (const one of stay) one.removeAttribute(SKIP);
      for (const form of forms) renew(form, next);
      if (!(active instanceof HTMLElement) || this.page.activeElement === active) return;
      if (active.isConnected) active.focus({ preventScroll: true });
      else if (at >= 0) this.#neighbour(at);
    };
  }

  /** The row that had the focus has gone: the one in its place takes it, so that keys go on from there. */
  #neighbour(at: number): void {
    const rows = this.page.querySelectorAll<HTMLElement>("[data-rows] [data-row]");
    rows[Math.min(at, rows.length - 1)]?.focus({ preventScroll: true });
  }

  #writes(form: HTMLFormElement, active: Element | null): boolean {
    if (form.querySelector("[data-rows]")) return false;
    return this.#touched.has(form) || (active !== null && form.contains(active) && active.matches(TYPED));
  }
}

/** What the page says since before the change is said again. */
function again(one: HTMLElement, next: HTMLElement): void {
  if (one.id && !next.querySelector(`[id="${CSS.escape(one.id)}"]`)) {
    const before = one.previousElementSibling?.id;
    const place = before ? next.querySelector(`[id="${CSS.escape(before)}"]`) : null;
    if (place) place.after(one.cloneNode(true));
  }
}

/** Folds stay open or shut as they are. */
function folds(main: HTMLElement, next: HTMLElement): void {
  const name = (fold: Element): string => fold.id || fold.getAttribute("data-key") || fold.querySelector("summary")?.textContent || "";
  const fresh = new Map([...next.querySelectorAll("details")].map((fold) => [name(fold), fold]));
  for (const fold of main.querySelectorAll("details")) fresh.get(name(fold))?.toggleAttribute("open", fold.open);
}

/** A form that stayed gets the token of the page as it is now: its session may be another one. */
function renew(form: HTMLFormElement, next: HTMLElement): void {
  const token = form.querySelector<HTMLInputElement>("input[name=token]");
  const fresh = next.querySelector<HTMLInputElement>("input[name=token]");
  if (token && fresh) token.value = fresh.value;
}
