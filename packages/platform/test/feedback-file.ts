import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { openCases } from "../src/pipeline/feedback/open-cases.ts";
import { importFile } from "../src/sources/import-file.ts";
import type { Workspace } from "../src/workspace/workspace.ts";

/** How many customers of germanOrders answer; the n-th is K-(1000 + n). */
const CUSTOMERS = 60;

/**
 * Imports answers of the first 60 customers, a day apart from 2026-03-02 on: NPS 0 to 10 in turn,
 * every sixth about the delivery, and at last one text without a score.
 */
export async function importFeedback(workspace: Workspace): Promise<void> {
  const lines = Array.from({ length: CUSTOMERS }, (_, n) => {
    const day = new Date(Date.UTC(2026, 2, 2 + n)).toISOString().slice(0, 10);
    const text = n % 6 === 0 ? "Lieferung kam zu spät" : n === 1 ? "=1+1" : "";
    return `F-${n};K-${1000 + n};${day};nps;${n % 11};${text}`;
  });
  lines.push("F-60;K-1000;2026-05-01;;;Hotline sehr freundlich, danke!");
  const file = join(workspace.directory, "..", "Feedback.csv");
  writeFileSync(file, ["Feedback-ID;Kundennr;Datum;Art;Punkte;Kommentar", ...lines].join("\n"));
  await importFile(workspace, file, { table: "feedback" });
  await openCases(workspace);
}
