// Bundles the stylesheets and scripts into dist/, each file named by a hash of its content, and writes the manifest that
// leads from the source's name to the file. Knows nothing of pages: templates ask for assets by the source's name.
import { build } from "esbuild";
import { createHash } from "node:crypto";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(new URL(".", import.meta.url));
const dist = join(here, "dist");

const common = {
  absWorkingDir: here,
  bundle: true,
  minify: true,
  legalComments: "none",
  metafile: true,
  outdir: dist,
  entryNames: "[name]-[hash]",
  assetNames: "[name]-[hash]",
  loader: { ".woff2": "file" },
  logLevel: "warning",
};

// Staff sit before a browser of this decade; a patient may hold an iPhone of 2013 or an Android of 2016.
const rooms = [
  { entryPoints: ["css/desk.css", "ts/desk.ts"], target: ["chrome105", "firefox110", "safari15.4"] },
  { entryPoints: ["css/patient.css", "ts/patient.ts"], target: ["chrome58", "safari12"] },
];

const manifest = {};

async function bundle(room) {
  const result = await build({ ...common, ...room });
  for (const [output, { entryPoint }] of Object.entries(result.metafile.outputs)) {
    if (entryPoint) manifest[basename(entryPoint).replace(/\.ts$/, ".js")] = basename(output);
  }
}

async function emit(name, text) {
  const hash = createHash("sha256").update(text).digest("hex").slice(0, 8).toUpperCase();
  const file = name.replace(/(\.\w+)$/, `-${hash}$1`);
  await writeFile(join(dist, file), text);
  manifest[name] = file;
}

// What we embed and did not write keeps its terms beside it.
async function licences() {
  const parts = [];
  for (const name of ["htmx.org", "@fontsource-variable/inter", "@fontsource-variable/source-serif-4"]) {
    const folder = join(here, "node_modules", name);
    const { version } = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
    parts.push(`${name} ${version}\n\n${await readFile(join(folder, "LICENSE"), "utf8")}`);
  }
  return parts.join("\n\n----------------------------------------\n\n");
}

await rm(dist, { recursive: true, force: true });
await mkdir(dist, { recursive: true });
for (const room of rooms) await bundle(room);
await emit("icon.svg", await readFile(join(here, "icon.svg"), "utf8"));
await emit("licences.txt", await licences());
// Last: a build that broke off leaves no manifest, and the crate's build script says so.
const sorted = Object.fromEntries(Object.entries(manifest).sort());
await writeFile(join(dist, "manifest.json"), `${JSON.stringify(sorted, null, 2)}\n`);
