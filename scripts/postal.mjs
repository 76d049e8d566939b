// Packs the points of all US postal codes into the file that the program is built with: crates/wire/src/postal/us.bin. A
// record is ten bytes, least first, sorted: 64 bits (17 of the code, 21 of the latitude + 90 and 22 of the longitude + 180 in
// ten-thousandths of a degree, which is all that the table has) and 16 bits of the county's FIPS number, 0 where there is none.
// Source: GeoNames, CC BY 4.0 (data/README.md). `node scripts/postal.mjs`; a test holds the file to its source.
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));

/** FIPS numbers of the states (ANSI INCITS 38:2009); those of the Marshall Islands are beyond 16 bits, and they have one zone. */
const STATES = Object.fromEntries(
  ("AL 1 AK 2 AZ 4 AR 5 CA 6 CO 8 CT 9 DE 10 DC 11 FL 12 GA 13 HI 15 ID 16 IL 17 IN 18 IA 19 KS 20 KY 21 LA 22 ME 23 MD 24 " +
    "MA 25 MI 26 MN 27 MS 28 MO 29 MT 30 NE 31 NV 32 NH 33 NJ 34 NM 35 NY 36 NC 37 ND 38 OH 39 OK 40 OR 41 PA 42 RI 44 SC 45 " +
    "SD 46 TN 47 TX 48 UT 49 VT 50 VA 51 WA 53 WV 54 WI 55 WY 56 MH 0")
    .match(/\w\w \d+/g)
    .map((pair) => pair.split(" ")),
);

const text = execFileSync("xz", ["-dc", at("data/places/geonames_US_postal.txt.xz")], { maxBuffer: 1 << 26 }).toString("utf8");
const found = new Map();
for (const line of text.trimEnd().split("\n")) {
  const [, code, , , state, , county, , , latitude, longitude] = line.split("\t");
  // Two codes stand there twice: for the base, and for its post abroad, which has no state. The base comes first.
  if (found.has(code)) continue;
  const of = state ? Number(STATES[state]) : 0;
  const fips = of ? of * 1000 + Number(county) : 0;
  if (Number.isNaN(of)) throw new Error(`no number is known for ${state}`);
  found.set(code, { latitude: Math.round((Number(latitude) + 90) * 1e4), longitude: Math.round((Number(longitude) + 180) * 1e4), fips });
}
const codes = [...found.keys()].sort();
const packed = Buffer.alloc(codes.length * 10);
codes.forEach((code, n) => {
  const { latitude, longitude, fips } = found.get(code);
  packed.writeBigUInt64LE((BigInt(code) << 43n) | (BigInt(latitude) << 22n) | BigInt(longitude), n * 10);
  packed.writeUInt16LE(fips, n * 10 + 8);
});
writeFileSync(at("crates/wire/src/postal/us.bin"), packed);
console.log(`${codes.length} postal codes, ${packed.length} bytes`);
