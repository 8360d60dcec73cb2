/**
 * How long the dashboard's reads take where nobody has asked before: 50 ms each. The same as at the
 * end of `domains`, on a workspace that is there.
 *
 *   npm run bench -- reads DIRECTORY        a workspace such as `domains --keep` leaves
 */
import { readConfig } from "../packages/platform/src/config.ts";
import { openWorkspace } from "../packages/platform/src/workspace/workspace.ts";
import { namedWorkspace } from "./served.ts";
import { readAll } from "./uncached-reads.ts";

const BAR = 50;

const { memoryLimit } = readConfig();
const workspace = await openWorkspace(namedWorkspace(), { memoryLimit, command: "bench" });
const slowest = await readAll(workspace);
await workspace.close();
process.exit(slowest > BAR ? 1 : 0);
