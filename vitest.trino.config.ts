import { defineConfig } from "vitest/config";

/** These tests share a Trino cluster of their own; without a JDK and PostgreSQL they must fail. */
export default defineConfig({
  resolve: { conditions: ["source"] },
  ssr: { resolve: { conditions: ["source"] } },
  test: {
    include: ["packages/platform/test/trino/**/*.server-test.ts"],
    globalSetup: ["packages/platform/test/trino/global-setup.ts"],
    // One after another: two cores are all there may be.
    fileParallelism: false,
    // Whole shops take their time where two cores are all there is.
    testTimeout: 3_600_000,
    hookTimeout: 600_000,
  },
});
