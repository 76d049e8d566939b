// Serves the catalogue: each component of the pages as the templates write it, with the built stylesheets. For whoever changes the
// look; nothing of it ships. `node catalogue/serve.mjs` prints its address; tests of the browser harness use it as a small server.
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { fileURLToPath } from "node:url";

const here = new URL(".", import.meta.url);
const types = { css: "text/css", js: "text/javascript", svg: "image/svg+xml", woff2: "font/woff2", html: "text/html; charset=utf-8" };
const policy = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'";

async function file(path) {
  if (!path.startsWith("/assets/")) return readFile(new URL(`.${path}`, here));
  const name = path.slice("/assets/".length);
  const manifest = JSON.parse(await readFile(new URL("../dist/manifest.json", here), "utf8"));
  return readFile(new URL(`../dist/${manifest[name] ?? name}`, here));
}

/** Listens on a spare port unless told one; gives the server and its address. */
export async function serve(port = 0) {
  const server = createServer(async (request, response) => {
    const path = new URL(request.url, "http://catalogue").pathname;
    try {
      const bytes = await file(path);
      response.writeHead(200, { "content-type": types[path.split(".").pop()] ?? "text/plain", "content-security-policy": policy });
      response.end(bytes);
    } catch {
      response.writeHead(404).end("not found");
    }
  });
  await new Promise((ready) => server.listen(port, "127.0.0.1", ready));
  return { server, address: `http://127.0.0.1:${server.address().port}` };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { address } = await serve(Number(process.argv[2] ?? 0));
  console.log(`${address}/today.html queue.html request.html definition.html sign-in.html set-up.html empty.html`);
  console.log(`${address}/home.html ask.html sent.html status.html expired.html`);
}
