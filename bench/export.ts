/**
 * How long the list of all customers takes as a file, and whether the server's memory stays flat:
 * 10 seconds for a million rows, and no more than 300 MB beyond what it holds before.
 *
 *   npm run bench -- export DIRECTORY        a workspace with values
 */
import { namedWorkspace, serveWorkspace } from "./served.ts";

const SECONDS_A_MILLION = 10;
const MEGABYTES = 300;
/** Small ones are measured against this, for what is not written row by row. */
const LEAST_SECONDS = 2;

const server = await serveWorkspace(namedWorkspace());
let missed = 0;
try {
  for (const format of ["rfc4180", "excel-de", "xlsx", "parquet"]) {
    const before = server.memory().now;
    const began = performance.now();
    const response = await fetch(`${server.url}/api/exports/tables/customers?format=${format}`);
    let bytes = 0;
    for await (const chunk of response.body ?? []) bytes += chunk.length;
    const seconds = (performance.now() - began) / 1000;
    const rows = Number(response.headers.get("x-row-count"));
    const grown = server.memory().peak - before;
    const bar = Math.max(LEAST_SECONDS, (SECONDS_A_MILLION * rows) / 1e6);
    const isMet = response.ok && seconds <= bar && grown <= MEGABYTES;
    if (!isMet) missed++;
    console.log(
      `${isMet ? "ok" : "MISSED"}\t${format}\t${rows} rows, ${(bytes / 2 ** 20).toFixed(1)} MB in ${seconds.toFixed(1)} s (${bar.toFixed(1)}), +${grown} MB (${MEGABYTES})`,
    );
  }
} finally {
  await server.stop();
}
process.exitCode = missed === 0 ? 0 : 1;
