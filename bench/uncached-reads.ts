import { createApp } from "../packages/platform/src/api/app.ts";
import type { Workspace } from "../packages/platform/src/workspace/workspace.ts";

const READS = [
  "figures/values?figure=revenue",
  "figures/values?period=week",
  "figures/values?figure=revenue&dimension=entry_product&last=36",
  "figures/values?dimension=entry_product&member=P1&last=36",
  "figures/values?dimension=entry_product&period=year&last=1",
  "figures/values?figure=nps&dimension=channel",
  "figures/values?period=total",
  "cohorts",
  "cohorts?dimension=entry_product&member=P1",
  "clv-drivers",
  "group-comparisons",
  "revenue-concentration",
  "lifecycle",
  "features",
  "equity",
  "overview",
  "value-distribution",
  "customers",
  "customers?sort=lastDay",
  "customers?search=C0001",
  "customers/C0001234",
  "customers/C0001234/lifecycle",
  "customers/C0001234/timeline",
] as const;

/** What one read took: CPU milliseconds of all threads, and those that passed. */
type Taken = { readonly cpu: number; readonly passed: number };

/**
 * Every read is answered three times by an API that was just opened, for one that has answered keeps
 * its answer. A workspace that holds no figures says so with a status that ends the bench.
 *
 * @returns the milliseconds of the slowest read, the median of three taken
 */
export async function readAll(workspace: Workspace): Promise<number> {
  console.log("\nreads");
  const times = new Map<string, Taken[]>(READS.map((url) => [url, []]));
  for (let i = 0; i < 3; i++) {
    const app = await createApp(workspace);
    // What is set up by the first request of all is no part of any read.
    await app.inject("/api/health");
    for (const [url, known] of times) {
      const started = performance.now();
      const before = process.cpuUsage();
      const { statusCode } = await app.inject(`/api/${url}`);
      const { user, system } = process.cpuUsage(before);
      known.push({ cpu: (user + system) / 1000, passed: performance.now() - started });
      if (statusCode !== 200) throw new Error(`/api/${url} answered ${statusCode}`);
    }
    await app.close();
  }
  const medians = [...times].map(([url, known]) => {
    const { cpu, passed } = known.sort((one, other) => one.passed - other.passed)[1] as Taken;
    const of = (milliseconds: number) => milliseconds.toFixed(0).padStart(5);
    console.log(`  ${url.padEnd(62)} ${of(passed)} ms ${of(cpu)} CPU ms`);
    return passed;
  });
  return Math.max(...medians);
}
