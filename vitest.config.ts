import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: { conditions: ["source"] },
  ssr: { resolve: { conditions: ["source"] } },
  test: {
    include: [
      "packages/*/src/**/*.test.{ts,tsx}",
      "packages/*/test/**/*.test.ts",
      "examples/**/*.test.ts",
    ],
    globalSetup: ["packages/platform/test/once-a-run.ts"],
    // Two cores are enough for two: most of a test waits for one.
    maxWorkers: 2,
    maxConcurrency: 2,
    // What hangs has to end some day. No test may fail because a machine is slow or busy.
    testTimeout: 300_000,
    hookTimeout: 600_000,
    expect: { poll: { timeout: 60_000 } },
  },
});
