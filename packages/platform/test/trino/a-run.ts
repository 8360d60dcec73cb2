/** A run in a process of its own, that is killed: `node a-run.ts WORKSPACE USER`. Tells the steps it begins. */
import { run } from "../../src/pipeline/run.ts";
import { openWorkspace } from "../../src/workspace/workspace.ts";

const [, , path, user] = process.argv as unknown as [string, string, string, string];
const workspace = await openWorkspace(path, { trino: { user } });
await run(workspace, {
  method: "transition",
  onProgress: ({ step, state }) => {
    if (state === "started") process.stdout.write(`${step}\n`);
  },
});
await workspace.close();
