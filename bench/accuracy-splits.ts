/** The public logs on which methods are compared, and where each is split. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";

export type AccuracySplit = {
  readonly name: string;
  readonly file: string;
  readonly currency: string;
  readonly calibrationEnd: string;
  readonly holdoutEnd: string;
  readonly target: "revenue" | "purchases";
  /** Whether the holdout rises towards Christmas, which a shorter history cannot know of. */
  readonly isPreChristmas?: boolean;
};

const CDNOW = { file: "cdnow/cdnow_full.csv.gz", currency: "USD", target: "revenue" } as const;
const UCI = {
  file: "uci_online_retail/online_retail.csv.gz",
  currency: "GBP",
  target: "revenue",
} as const;
const JOURNEY = {
  file: "completejourney/transactions_sample.csv.gz",
  currency: "USD",
  target: "revenue",
} as const;

export const SPLITS: readonly AccuracySplit[] = [
  { name: "CDNOW 9/9", ...CDNOW, calibrationEnd: "1997-09-30", holdoutEnd: "1998-06-30" },
  { name: "CDNOW 6/12", ...CDNOW, calibrationEnd: "1997-06-30", holdoutEnd: "1998-06-30" },
  { name: "UCI 6/6", ...UCI, calibrationEnd: "2011-06-09", holdoutEnd: "2011-12-09" },
  {
    name: "UCI 9/3",
    ...UCI,
    calibrationEnd: "2011-09-09",
    holdoutEnd: "2011-12-09",
    isPreChristmas: true,
  },
  {
    name: "groceryElog 13/13",
    file: "btydplus_grocery/grocery_elog.csv.gz",
    currency: "EUR",
    target: "purchases",
    calibrationEnd: "2006-12-31",
    holdoutEnd: "2007-12-30",
  },
  { name: "Journey 7/7", ...JOURNEY, calibrationEnd: "2017-07-02", holdoutEnd: "2017-12-31" },
  { name: "Journey 9/4", ...JOURNEY, calibrationEnd: "2017-08-31", holdoutEnd: "2017-12-31" },
];

/** The file to import: as it is, or without invoice lines that were cancelled within three days. */
export function fileOf(split: AccuracySplit, datasets: string, scratch: string): string {
  const path = join(datasets, split.file);
  if (split.file !== UCI.file) return path;
  const text = gunzipSync(readFileSync(path)).toString("utf8").trim();
  const [header = "", ...lines] = text.split(/\r?\n/);
  const cleaned = join(scratch, "online_retail.csv");
  writeFileSync(cleaned, `${[header, ...withoutCancelled(header, lines)].join("\n")}\n`);
  return cleaned;
}

const THREE_DAYS = 3 * 86_400_000;

/** A cancellation takes back the latest open line of the same customer, article, price and size. */
function withoutCancelled(header: string, lines: readonly string[]): string[] {
  const names = cells(header);
  const at = (name: string) => names.indexOf(name);
  const [customer, article, quantity] = [at("CustomerID"), at("StockCode"), at("Quantity")];
  const [price, time] = [at("UnitPrice"), at("InvoiceDate")];
  const open = new Map<string, { line: number; when: number }[]>();
  const gone = new Set<number>();
  lines.forEach((text, line) => {
    const row = cells(text);
    const size = Number(row[quantity]);
    const key = [row[customer], row[article], row[price], Math.abs(size)].join("|");
    const when = Date.parse(`${row[time]?.replace(" ", "T")}Z`);
    const bought = open.get(key) ?? [];
    if (size > 0) open.set(key, [...bought, { line, when }]);
    const last = bought.at(-1);
    if (size >= 0 || !last || when - last.when > THREE_DAYS) return;
    bought.pop();
    gone.add(last.line).add(line);
  });
  return lines.filter((_, line) => !gone.has(line));
}

/** The cells of a line of CSV; a cell in quotes may hold commas. */
function cells(line: string): string[] {
  return [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map(([, cell = ""]) =>
    cell.replace(/^"|"$/g, ""),
  );
}
