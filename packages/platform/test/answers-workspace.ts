import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { openCases } from "../src/pipeline/feedback/open-cases.ts";
import { importFile } from "../src/sources/import-file.ts";
import type { Workspace } from "../src/workspace/workspace.ts";

const NPS = [10, 9, 9, 8, 7, 6, 0, 3];

/**
 * Imports a register of 16 customers, K-0 to K-7 in Germany, the others in Austria, and what they
 * answered: NPS 10 9 9 8 7 6 0 3 of the Germans on 2026-02-10, all about the delivery, NPS 9 of all
 * Austrians on 2026-05-10, and CSAT 5 4 2 that name neither customer nor day. No orders.
 */
export async function importAnswers(workspace: Workspace): Promise<void> {
  const register = Array.from({ length: 16 }, (_, n) => `K-${n};${n < 8 ? "DE" : "AT"}`);
  const german = NPS.map((score, n) => `F-${n};K-${n};2026-02-10;nps;${score};Zur Lieferung`);
  const austrian = NPS.map((_, n) => `F-${8 + n};K-${8 + n};2026-05-10;nps;9;`);
  const nobody = [5, 4, 2].map((score, n) => `F-${16 + n};;;csat;${score};`);
  await take(workspace, "customers", "Kunden.csv", ["Kundennr;Land", ...register]);
  const header = "Feedback-ID;Kundennr;Datum;Art;Punkte;Kommentar";
  await take(workspace, "feedback", "Feedback.csv", [header, ...german, ...austrian, ...nobody]);
  await openCases(workspace);
}

async function take(
  workspace: Workspace,
  table: "customers" | "feedback",
  name: string,
  lines: readonly string[],
): Promise<void> {
  const file = join(workspace.directory, "..", name);
  writeFileSync(file, lines.join("\n"));
  await importFile(workspace, file, { table });
}
