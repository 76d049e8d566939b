// The connection over which a page hears what changes: opened while the page is seen, closed while it isn't, opened again when
// it breaks. Knows where the feed stood, and so what it missed. It never reads what it hears.

/** A stream that says nothing for so long is dead; the server says something every 15 seconds. In milliseconds. */
const SILENCE = 40_000;
/** A refused stream is asked for again after this, spread. */
const REFUSED = [5_000, 15_000] as const;
/** A connection that is lost for less than this is not spoken of. */
const PATIENCE = 4_000;
const LOOK = 2_000;

export interface Heard {
  changed(data: string): void;
  again(): void;
  present(data: string): void;
  connected(): void;
  lost(): void;
  /** The server lets nobody in, or not this one: a load of the page tells which. */
  refused(): void;
  ended(): void;
}

export class Stream {
  #source: EventSource | undefined;
  #heardAt = 0;
  #lostAt = 0;
  #retry: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private page: Document,
    private address: string,
    private mark: string,
    private heard: Heard,
  ) {}

  start(): void {
    this.page.addEventListener("visibilitychange", () => (this.page.hidden ? this.#close() : this.#open()));
    addEventListener("pagehide", () => this.#close());
    addEventListener("pageshow", () => this.#open());
    addEventListener("online", () => this.#reopen());
    addEventListener("offline", () => this.#lose());
    setInterval(() => this.#look(), LOOK);
    this.#open();
  }

  #open(): void {
    clearTimeout(this.#retry);
    if (this.#source || this.page.hidden) return;
    const source = new EventSource(`${this.address}?after=${encodeURIComponent(this.mark)}`);
    this.#source = source;
    this.#heardAt = Date.now();
    const on = (name: string, act: (data: string) => void): void =>
      source.addEventListener(name, (event: MessageEvent<string>) => {
        if (this.#source !== source) return;
        this.#heardAt = Date.now();
        this.#lostAt = 0;
        if (event.lastEventId) this.mark = event.lastEventId;
        if (name !== "end") this.heard.connected();
        act(event.data);
      });
    on("hello", () => {});
    on("beat", () => {});
    on("changed", (data) => this.heard.changed(data));
    on("again", () => this.heard.again());
    on("present", (data) => this.heard.present(data));
    on("end", () => {
      this.#close();
      this.heard.ended();
    });
    source.addEventListener("error", () => {
      if (this.#source !== source) return;
      this.#lostAt ||= Date.now();
      if (source.readyState === EventSource.CLOSED) this.#refused();
    });
  }

  #refused(): void {
    this.#close();
    this.heard.refused();
    const [least, most] = REFUSED;
    this.#retry = setTimeout(() => this.#open(), least + Math.random() * (most - least));
  }

  #close(): void {
    this.#source?.close();
    this.#source = undefined;
  }

  #reopen(): void {
    this.#close();
    this.#open();
  }

  #lose(): void {
    this.#lostAt ||= Date.now();
    this.heard.lost();
  }

  #look(): void {
    if (this.page.hidden) return;
    if (this.#lostAt && Date.now() - this.#lostAt > PATIENCE) this.heard.lost();
    if (this.#source && Date.now() - this.#heardAt > SILENCE) this.#reopen();
  }
}
