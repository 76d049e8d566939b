// A short sound for an alert that this page has not shown before, where the person switched it on for this device. Knows only
// that a bell has an id; what rings, and who stops it, is the server's.

/** Where the choice to hear it is kept, on this device. */
const ON = "anteroom.ring.sound";
/** Two tones, each this long, in seconds; the frequencies of a door bell, in hertz. */
const TONE = 0.35;
const TONES = [659.3, 523.3];
const LOUD = 0.2;

export function startRing(page: Document): void {
  const ring = page.getElementById("ring");
  for (const box of page.querySelectorAll<HTMLInputElement>("[data-ring-sound]")) box.checked = on();
  page.addEventListener("change", (event) => {
    const box = event.target;
    if (!(box instanceof HTMLInputElement) || !box.matches("[data-ring-sound]")) return;
    remember(box.checked);
    // The press lets the browser play, and says how it sounds.
    if (box.checked) sound();
  });
  if (!ring) return;
  const heard = new Set<string>();
  const listen = () => {
    const ids = [...ring.querySelectorAll<HTMLElement>("[data-bell]")].map((bell) => bell.dataset["bell"] ?? "");
    const fresh = ids.filter((id) => !heard.has(id));
    for (const id of fresh) heard.add(id);
    if (fresh.length > 0 && on()) sound();
  };
  listen();
  new MutationObserver(listen).observe(ring, { childList: true, subtree: true, attributes: true, attributeFilter: ["data-bell"] });
}

function sound(): void {
  try {
    const audio = new AudioContext();
    TONES.forEach((frequency, at) => {
      const tone = audio.createOscillator();
      const loud = audio.createGain();
      const start = audio.currentTime + at * TONE;
      tone.frequency.value = frequency;
      loud.gain.setValueAtTime(LOUD, start);
      loud.gain.exponentialRampToValueAtTime(0.001, start + TONE);
      tone.connect(loud).connect(audio.destination);
      tone.start(start);
      tone.stop(start + TONE);
    });
    setTimeout(() => void audio.close(), (TONES.length + 1) * TONE * 1000);
  } catch {
    // A browser without sound shows the ring all the same.
  }
}

function on(): boolean {
  try {
    return localStorage.getItem(ON) === "yes";
  } catch {
    return false;
  }
}

function remember(isOn: boolean): void {
  try {
    localStorage.setItem(ON, isOn ? "yes" : "no");
  } catch {
    // A browser that keeps nothing stays silent.
  }
}
