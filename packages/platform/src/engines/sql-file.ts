import { readFileSync } from "node:fs";

/** The text of sql/<name>.sql. The folder lies at one depth from src/ and from dist/. */
export function readSql(name: string): string {
  return readFileSync(new URL(`../../sql/${name}.sql`, import.meta.url), "utf8");
}
