import { readFileSync } from "node:fs";

/** Version of the platform, from its package.json, which lies at one depth from src/ and dist/. */
export const VERSION: string = JSON.parse(
  readFileSync(new URL("../../package.json", import.meta.url), "utf8"),
).version;
