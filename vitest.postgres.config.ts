import { defineConfig } from "vitest/config";

/** These tests start PostgreSQL servers of their own; without Debian's programs they must fail. */
export default defineConfig({
  resolve: { conditions: ["source"] },
  ssr: { resolve: { conditions: ["source"] } },
  test: {
    include: ["packages/platform/test/postgres/**/*.server-test.ts"],
    // One server at a time: two cores are all there may be.
    fileParallelism: false,
    testTimeout: 300_000,
    hookTimeout: 600_000,
  },
});
