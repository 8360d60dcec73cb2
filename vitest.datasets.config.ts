import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { defineConfig } from "vitest/config";

/** The public data sets are not part of the repository; without them these tests must fail. */
const datasets = resolve(process.env.KUNDENWERT_DATASETS ?? "../shared/datasets");
if (!existsSync(datasets)) {
  throw new Error(`KUNDENWERT_DATASETS: there is no directory ${datasets}`);
}

export default defineConfig({
  resolve: { conditions: ["source"] },
  ssr: { resolve: { conditions: ["source"] } },
  test: {
    include: ["packages/*/acceptance/**/*.test.ts"],
    // Vitest itself would leave one of two cores to others.
    maxWorkers: 2,
    testTimeout: 600_000,
    hookTimeout: 600_000,
    provide: { datasets },
  },
});

declare module "vitest" {
  // Only an interface can be merged.
  interface ProvidedContext {
    datasets: string;
  }
}
