import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { run } from "../src/pipeline/run.ts";
import { importFile } from "../src/sources/import-file.ts";
import { openWorkspace, type Workspace } from "../src/workspace/workspace.ts";
import { generator } from "./generator.ts";
import { onceARun } from "./once-a-run.ts";

export type TemporaryWorkspace = { readonly workspace: Workspace; remove(): Promise<void> };

/** A workspace in a folder of its own, without any data. */
export function emptyWorkspace(): Promise<TemporaryWorkspace> {
  return openTemporary(mkdtempSync(join(tmpdir(), "kundenwert-")));
}

async function openTemporary(directory: string): Promise<TemporaryWorkspace> {
  const workspace = await openWorkspace(join(directory, "probe"));
  return {
    workspace,
    async remove() {
      await workspace.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

/** A workspace whose orders came in as a German file and whose customers have been valued. */
export async function valuedWorkspace(): Promise<TemporaryWorkspace> {
  const made = await onceARun("valued", makeValued);
  const directory = mkdtempSync(join(tmpdir(), "kundenwert-"));
  cpSync(made, directory, { recursive: true });
  return openTemporary(directory);
}

async function makeValued(directory: string): Promise<void> {
  const { workspace } = await openTemporary(directory);
  const file = join(directory, "Bestellungen.csv");
  writeFileSync(file, germanOrders());
  await importFile(workspace, file);
  await run(workspace);
  await workspace.close();
}

/** Day 0 of the orders. */
const START = Date.UTC(2023, 0, 2);
const DAY = 86_400_000;
const DAYS = 1300;

/**
 * The orders of 300 customers over three and a half years, as a German shop exports them: semicolons,
 * decimal commas, Windows-1252. One row has an impossible date. The same bytes at every call.
 */
export function germanOrders(): Buffer {
  const random = generator(20_261_122);
  const rows = Array.from({ length: 300 }, (_, customer) => ordersOf(customer, random)).flat();
  const header = "Bestellnr;Kundennr;Bestelldatum;Nettobetrag;Kosten;Artikel";
  const broken = "B-x;K-1003;31.02.2024;12,00 €;5,00 €;Größe M";
  return windows1252([header, ...rows.slice(0, 4), broken, ...rows.slice(4)].join("\r\n"));
}

function ordersOf(customer: number, random: () => number): string[] {
  const rows: string[] = [];
  const gap = 15 + 200 * random();
  const amount = 20 + 150 * random();
  let day = Math.floor(700 * random());
  while (day < DAYS) {
    const paid = amount * (0.6 + 0.8 * random());
    const size = ["S", "M", "L"][rows.length % 3];
    const cells = [
      `B-${customer}-${rows.length}`,
      `K-${1000 + customer}`,
      germanDay(START + day * DAY),
      germanMoney(paid),
      germanMoney(0.6 * paid),
      `Größe ${size}`,
    ];
    rows.push(cells.join(";"));
    if (random() < 0.12) break;
    day += Math.ceil(-Math.log(1 - random()) * gap);
  }
  return rows;
}

function germanDay(time: number): string {
  const [year, month, day] = new Date(time).toISOString().slice(0, 10).split("-");
  return `${day}.${month}.${year}`;
}

function germanMoney(amount: number): string {
  return `${new Intl.NumberFormat("de-DE", { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(amount)} €`;
}

/** Of what the file uses, Windows-1252 differs from Latin-1 in the euro sign only. */
function windows1252(text: string): Buffer {
  return Buffer.from(text.replaceAll("€", "\u0080"), "latin1");
}
