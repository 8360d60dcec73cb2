import { defineConfig } from "vitest/config";

export default defineConfig({
  test: { include: ["packages/platform/start/**/*.test.ts"], hookTimeout: 600_000 },
});
