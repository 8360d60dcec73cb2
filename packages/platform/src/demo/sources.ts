import type { TableName } from "./tables.ts";

/** The files of the demo shop that a company would have, and the ledger's table of each. */
export const DEMO_SOURCES: readonly {
  readonly name: Exclude<TableName, "wahrheit">;
  readonly files: string;
  readonly table: string;
}[] = [
  { name: "kunden", files: "kunden.csv", table: "customers" },
  { name: "produkte", files: "produkte.csv", table: "products" },
  { name: "kampagnen", files: "kampagnen.csv", table: "campaigns" },
  { name: "bestellungen", files: "bestellungen.csv", table: "orders" },
  { name: "kontakte", files: "kontakte.csv", table: "interactions" },
  { name: "feedback", files: "feedback.csv", table: "feedback" },
  { name: "kampagnen_mitglieder", files: "kampagnen_mitglieder.csv", table: "campaign_members" },
  { name: "kosten", files: "kosten.csv", table: "costs" },
];
