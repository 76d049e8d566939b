// The nearest places, reckoned again apart from the program: every facility against 200 postal codes drawn by a seed, by brute
// force over the tables as they were published.
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const at = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const table = at("data/places/va_facilities_2020.csv.xz");
const read = (path) => execFileSync("xz", ["-dc", path], { maxBuffer: 1 << 26 }).toString("utf8").trimEnd().split("\n");
const CODES = 200;
const EARTH_KM = 6371.0088;
/** What `make test` holds, too. */
const FACTS = { 10001: ["630", 2.08], 60601: ["537GD", 0.901], 94103: ["0620V", 1.049], 59001: ["436GN", 71.507] };

/** The cells of a line of CSV. */
const cells = (line) => [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map(([, cell]) => cell.replace(/^"|"$/g, ""));

function kilometres([north, east], [other, far]) {
  const radians = Math.PI / 180;
  const half = (angle) => Math.sin((angle * radians) / 2) ** 2;
  return 2 * EARTH_KM * Math.asin(Math.sqrt(half(other - north) + Math.cos(north * radians) * Math.cos(other * radians) * half(far - east)));
}

/** Facilities that may be offered: not suspended, and not the one whose county lies in another state than itself. */
function facilities() {
  const [head, ...rows] = read(table).map(cells);
  const column = (name) => head.indexOf(name);
  const [id, north, east, suspended] = ["StationNo", "LAT", "LON", "SUSPENDED"].map(column);
  return rows
    .filter((row) => row[suspended] !== "Y" && row[id] !== "0802MVC")
    .map((row) => ({ id: row[id], point: [Number(row[north]), Number(row[east])] }));
}

/** Imports the table twice and asks; `told` runs a command of the program on the database. */
export function places(told) {
  told("practice", "add", "places", "--name", "Places", "--timezone", "UTC", "--hours", "24/7");
  const first = JSON.parse(told("import", "places", table, "--practice", "places"));
  const again = JSON.parse(told("import", "places", table, "--practice", "places"));
  if (again.imported !== 0) throw new Error(`a second import changed ${again.imported}`);
  const near = (code, limit) => JSON.parse(told("places", "near", code, "--practice", "places", "--limit", String(limit), "--format", "json")).places;
  for (const [code, [station, far]] of Object.entries(FACTS)) {
    const [found] = near(code, 1);
    if (found.external_id !== station || found.distance_km !== far) throw new Error(`${code}: ${found.external_id} at ${found.distance_km} km`);
  }
  const all = facilities();
  const codes = read(at("data/places/geonames_US_postal.txt.xz")).map((line) => line.split("\t"));
  let seed = 1;
  let furthest = 0;
  for (let n = 0; n < CODES; n += 1) {
    seed = (seed * 48271) % 2147483647;
    const row = codes[seed % codes.length];
    const here = [Number(row[9]), Number(row[10])];
    const sorted = all.map(({ id, point }) => ({ id, far: kilometres(here, point) })).sort((one, other) => one.far - other.far);
    near(row[1], 3).forEach((found, rank) => {
      const off = Math.abs(found.distance_km - sorted[rank].far);
      if (off > 0.0006) throw new Error(`${row[1]}: ${found.external_id} at ${found.distance_km} km, reckoned ${sorted[rank].id} at ${sorted[rank].far}`);
      furthest = Math.max(furthest, off);
    });
  }
  return `${first.imported} facilities imported, again: nothing changed; the nearest three of ${CODES} postal codes as reckoned apart, ${(furthest * 1000).toFixed(1)} m off at most by rounding`;
}
