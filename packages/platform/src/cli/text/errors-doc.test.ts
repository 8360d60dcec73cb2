import { expect, test } from "vitest";
import { errorsEn } from "./errors-en.ts";

/** Every fact reads as its own name, so the page shows what an error tells. */
const names = new Proxy({}, { get: (_, name: string) => `‹${name}›` });

test("docs/errors.md lists every code (update it with `npx vitest -u`)", async () => {
  const rows = Object.entries(errorsEn).map(([code, text]) => {
    const [what, wayOut = ""] = text(names);
    return `| \`${code}\` | ${what} | ${wayOut} |`.replaceAll("\n", " ");
  });
  const page = [
    "# Errors",
    "",
    "Codes are stable; the words are in German and English. ‹…› stands for the facts of the case.",
    "",
    "| code | what happened | what to do |",
    "|---|---|---|",
    ...rows,
    "",
  ].join("\n");
  await expect(page).toMatchFileSnapshot("../../../../../docs/errors.md");
});
