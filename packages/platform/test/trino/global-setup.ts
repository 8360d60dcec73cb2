import type { TestProject } from "vitest/node";
import { type Cluster, startCluster } from "./cluster.ts";

/** One cluster for all tests: a coordinator and two workers. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { cluster, stop } = await startCluster({ workers: 2, isBrief: true });
  project.provide("cluster", cluster);
  return stop;
}

declare module "vitest" {
  // Only an interface can be merged.
  interface ProvidedContext {
    cluster: Cluster;
  }
}
