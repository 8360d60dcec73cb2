import { vi } from "vitest";
import { createProgram } from "../../platform/src/cli/program.ts";
import { createFormat } from "../src/i18n/format.ts";

/** A row the command line tells: every scalar by its name; what lies in it by `outer.inner`. */
export type Told = Readonly<Record<string, string | number>>;

/**
 * What a command prints of a workspace as JSON; formulas, which have no other form, as text.
 *
 * @throws Error when it fails
 */
export async function tell(workspace: string, command: string): Promise<unknown> {
  const isText = command.startsWith("formula");
  const format = isText ? ["--lang", "de"] : ["--format", "json"];
  const argv = ["node", "kundenwert", "-q", "-w", workspace, ...command.split(" "), ...format];
  const printed = await printedBy(() => createProgram(argv).parseAsync(argv));
  if (process.exitCode) throw new Error(`kundenwert ${command} failed`);
  return isText ? { text: printed } : JSON.parse(printed);
}

async function printedBy(work: () => Promise<unknown>): Promise<string> {
  let printed = "";
  const log = vi.spyOn(console, "log").mockImplementation((text) => {
    printed += `${text}\n`;
  });
  const write = vi.spyOn(process.stdout, "write").mockImplementation((text) => {
    printed += text;
    return true;
  });
  try {
    await work();
    return printed;
  } finally {
    log.mockRestore();
    write.mockRestore();
  }
}

/** Every object in what was told, as a row; objects in it belong to it too, lists do not. */
export function rowsOf(told: unknown): Told[] {
  const rows: Told[] = [];
  const visit = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    if (!Array.isArray(value)) rows.push(flat(value));
    for (const inner of Object.values(value)) visit(inner);
  };
  visit(told);
  return rows;
}

function flat(value: object, prefix = ""): Told {
  const row: Record<string, string | number> = {};
  for (const [name, inner] of Object.entries(value)) {
    if (typeof inner === "number" || typeof inner === "string") row[prefix + name] = inner;
    else if (typeof inner === "object" && inner !== null && !Array.isArray(inner)) {
      Object.assign(row, flat(inner, `${prefix}${name}.`));
    }
  }
  return row;
}

const { locale, ...write } = createFormat("de-DE", "EUR");
const signed = (digits: number, style: "percent" | "decimal") =>
  new Intl.NumberFormat(locale, {
    style,
    signDisplay: "exceptZero",
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
const SIGNED = [
  signed(1, "decimal"),
  signed(1, "percent"),
  signed(2, "decimal"),
  signed(0, "percent"),
];

const SIGNED_RATE = new Intl.NumberFormat(locale, {
  style: "percent",
  signDisplay: "exceptZero",
  maximumFractionDigits: 1,
});

/** All the ways in which the dashboard writes a number, in German. */
export function writingsOf(value: number): string[] {
  const texts = [
    write.money(value),
    write.wholeMoney(value),
    write.shortMoney(value),
    write.signedMoney(value),
    write.precise(value),
    write.expected(value),
    ...[0, 1, 2, 3, 4].map((digits) => write.number(value, digits)),
    ...[0, 1, 2].map((digits) => write.percent(value, digits)),
    write.rate(value),
    SIGNED_RATE.format(value),
    ...SIGNED.map((form) => form.format(value)),
    SIGNED[0]?.format(100 * value) ?? "",
  ];
  return texts.map((text) => text.replaceAll(/\s/g, " "));
}

/** The numbers a row can be read to hold: its own, however written, and those in its texts. */
export function numbersOf(row: Told): Set<string> {
  return new Set(
    Object.values(row).flatMap((value) => {
      if (typeof value === "number") return writingsOf(value);
      const day = /^\d{4}-\d{2}-\d{2}/.exec(value) ?? [];
      // Micro-segments are numbered: active_high.2
      const place = /\.(\d+)$/.exec(value)?.slice(1) ?? [];
      return [...day, ...place, ...numbersIn(value)];
    }),
  );
}

const DAY = /\b(\d{2})\.(\d{2})\.(\d{4})\b/g;
/** Names of periods, and times of day. */
const PERIOD =
  /\b(?:(?:Jan|Feb|März|Apr|Mai|Juni|Juli|Aug|Sept|Okt|Nov|Dez)[a-z]*\.?|Q\d|KW \d+) \d{4}|\b\d{2}:\d{2}\b/g;
const UNIT = "(?: ?%| (?:Mio|Mrd)\\. €| €)?";
const NUMBER = new RegExp(
  `(?<![\\p{L}\\d_.,#-])[-−+]?(?:\\d{1,3}(?:\\.\\d{3})+|\\d+)(?:,\\d+)?${UNIT}`,
  "gu",
);

/** The numbers and days in a German text; days as 2026-10-31. K0000042 holds none. */
export function numbersIn(text: string): string[] {
  const plain = text.replaceAll(/\s/g, " ");
  const days = [...plain.matchAll(DAY)].map(([, day, month, year]) => `${year}-${month}-${day}`);
  const rest = plain.replaceAll(DAY, " ").replaceAll(PERIOD, " ");
  return [...days, ...[...rest.matchAll(NUMBER)].map(([number]) => number)];
}
