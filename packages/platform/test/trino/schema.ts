import type { TrinoOptions } from "../../src/engines/trino/trino-options.ts";
import type { Cluster } from "./cluster.ts";
import { USER } from "./credentials.ts";

let made = 0;

/** A schema that nobody has used: its name is new in every process and at every call. */
export function emptySchema({ coordinator }: Cluster): TrinoOptions {
  made++;
  return {
    server: `http://127.0.0.1:${coordinator.port}`,
    catalog: "lake",
    schema: `test_${process.pid}_${made}`,
    user: USER,
  };
}
