// Saves what is typed into a request's fields on the server, a second after the last key, and keeps it on the page while that
// fails. Words that were sent are no draft any more.

/** After the last key, in milliseconds. */
const REST = 1000;
/** Somebody who types without a rest is saved this often all the same. */
const MOST = 10_000;
/** After a save that failed. */
const AGAIN = 4000;

interface Kept {
  /** The instant of the draft, for the next save to name; nothing where none stands. */
  at: string | null;
  said: string;
}

type Hung = ReturnType<typeof setTimeout> | undefined;

interface State {
  timer: Hung;
  /** The first key that isn't saved. */
  since: number;
  saving: AbortController | undefined;
  knows: string;
  failed: boolean;
  sent: boolean;
}

/** Forms whose words the server has just taken as a draft. */
const reachable = new WeakSet<HTMLFormElement>();
const states = new WeakMap<HTMLTextAreaElement, State>();

export function startDrafts(page: Document): void {
  const field = (target: EventTarget | null): HTMLTextAreaElement | undefined =>
    target instanceof HTMLTextAreaElement && target.dataset["draft"] ? target : undefined;
  page.addEventListener("input", (event) => {
    const typed = field(event.target);
    if (typed) wait(typed, REST);
  });
  page.addEventListener("submit", (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || event.defaultPrevented) return;
    const fields = [...form.querySelectorAll<HTMLTextAreaElement>("[data-draft]")];
    const reached = reachable.delete(form);
    if (!reached && fields.length > 0 && (!navigator.onLine || fields.some((one) => states.get(one)?.failed))) {
      event.preventDefault();
      void reach(form, fields, event.submitter);
      return;
    }
    for (const one of fields) sent(one);
  });
  page.addEventListener("click", (event) => {
    const button = event.target instanceof Element ? event.target.closest<HTMLButtonElement>("[data-drop]") : null;
    const typed = page.getElementById(button?.dataset["drop"] ?? "");
    if (!button || !(typed instanceof HTMLTextAreaElement)) return;
    event.preventDefault();
    drop(typed, button);
  });
  const flush = (): void => {
    for (const one of page.querySelectorAll<HTMLTextAreaElement>("[data-draft]")) {
      if (states.get(one)?.since) void save(one, true);
    }
  };
  page.addEventListener("visibilitychange", () => {
    if (page.hidden) flush();
  });
  addEventListener("pagehide", flush);
  addEventListener("online", flush);
  addEventListener("beforeunload", (event) => {
    const fields = [...page.querySelectorAll<HTMLTextAreaElement>("[data-draft]")];
    if (fields.some((one) => states.get(one)?.failed && !states.get(one)?.sent)) event.preventDefault();
  });
}

function of(field: HTMLTextAreaElement): State {
  let state = states.get(field);
  if (!state) {
    state = { timer: undefined, since: 0, saving: undefined, knows: field.dataset["at"] ?? "", failed: false, sent: false };
    states.set(field, state);
  }
  return state;
}

function wait(field: HTMLTextAreaElement, rest: number): void {
  const state = of(field);
  state.sent = false;
  state.since ||= Date.now();
  clearTimeout(state.timer);
  const most = state.since + MOST - Date.now();
  state.timer = setTimeout(() => void save(field), Math.max(Math.min(rest, most), 0));
}

function sent(field: HTMLTextAreaElement): void {
  const state = of(field);
  clearTimeout(state.timer);
  state.saving?.abort();
  state.since = 0;
  state.sent = true;
}

async function save(field: HTMLTextAreaElement, leaving = false): Promise<void> {
  const state = of(field);
  clearTimeout(state.timer);
  // One after the other: the last words are the ones that stay.
  if (state.sent || (state.saving && !leaving)) return;
  state.since = 0;
  state.saving = new AbortController();
  try {
    const kept = await post(field, field.value, state, leaving);
    state.knows = kept.at ?? "";
    state.failed = false;
    say(field, kept.said);
  } catch {
    if (state.sent) return;
    state.since = Date.now();
    state.failed = true;
    say(field, field.closest<HTMLElement>("[data-drafts]")?.dataset["waits"] ?? "");
  } finally {
    state.saving = undefined;
    if (state.since && !state.sent) wait(field, state.failed ? AGAIN : REST);
  }
}

async function post(field: HTMLTextAreaElement, words: string, state: State, leaving: boolean): Promise<Kept> {
  const address = field.closest<HTMLElement>("[data-drafts]")?.dataset["drafts"];
  const token = field.form?.querySelector<HTMLInputElement>("input[name=token]")?.value ?? "";
  const body = new URLSearchParams({ token, field: field.dataset["draft"] ?? "", text: words, knows: state.knows });
  const headers = { Accept: "application/json" };
  const answer = await fetch(address ?? "", { method: "POST", headers, body, keepalive: leaving, signal: state.saving?.signal ?? null });
  // Who is signed out gets a page instead.
  if (!answer.ok || !answer.headers.get("Content-Type")?.startsWith("application/json")) throw new Error("not saved");
  return (await answer.json()) as Kept;
}

/**
 * The browser would leave the page for its own page of errors, and the words with it: a form goes once the server has taken its
 * words as a draft, and stays until then.
 */
async function reach(form: HTMLFormElement, fields: HTMLTextAreaElement[], submitter: HTMLElement | null): Promise<void> {
  for (const one of fields) {
    const state = of(one);
    clearTimeout(state.timer);
    state.saving?.abort();
    state.saving = new AbortController();
    try {
      state.knows = (await post(one, one.value, state, false)).at ?? "";
      state.failed = false;
    } catch {
      state.failed = true;
      say(one, one.closest<HTMLElement>("[data-drafts]")?.dataset["unsent"] ?? "");
      wait(one, AGAIN);
      return;
    } finally {
      state.saving = undefined;
    }
  }
  reachable.add(form);
  form.requestSubmit(submitter);
}

function drop(field: HTMLTextAreaElement, button: HTMLElement): void {
  field.value = "";
  field.dispatchEvent(new Event("input", { bubbles: true }));
  button.closest("[data-draft-note]")?.remove();
  field.focus();
  void save(field);
}

function say(field: HTMLTextAreaElement, text: string): void {
  let place = field.nextElementSibling;
  if (!place?.matches("[data-draft-said]")) {
    place = Object.assign(field.ownerDocument.createElement("p"), { className: "help draft" });
    place.setAttribute("data-draft-said", "");
    field.after(place);
  }
  if (place.textContent !== text) place.textContent = text;
}
