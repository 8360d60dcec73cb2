import type { Because } from "./decision.ts";
import type { Decimal, NumberForm } from "./file-format.ts";

/** A column whose clear values contradict each other in more than this share has no form. */
const MINORITY = 0.05;
const SYMBOL =
  /^(?<before>[A-Z]{3}|[€$£¥]|Fr\.)?\s*(?<number>.*?)\s*(?<after>[A-Z]{3}|[€$£¥]|Fr\.)?$/u;
const BODY = /^[(+−-]?\s*(?<digits>\d[\d.,'’\u00a0\u202f ]*|[.,]\d+)\s*[)−-]?$/u;
const EXPONENT = /^[+-]?(\d+\.?\d*|\.\d+)[eE][+-]?\d+$/;

type Vote = Decimal | "unclear-point" | "unclear-comma" | "whole" | "none";

export type NumberReading = {
  readonly votes: Readonly<Record<Vote, number>>;
  readonly symbols: readonly string[];
  /** The first value of each vote. */
  readonly examples: Readonly<Partial<Record<Vote, string>>>;
};

export type NumberFormFound =
  | { readonly form: NumberForm; readonly because: Because; readonly examples: readonly string[] }
  | { readonly ambiguous: string };

/** What the values of one column say about how its numbers are written. */
export function readNumbers(values: readonly string[]): NumberReading {
  const votes: Record<Vote, number> = {
    point: 0,
    comma: 0,
    "unclear-point": 0,
    "unclear-comma": 0,
    whole: 0,
    none: 0,
  };
  const symbols = new Set<string>();
  const examples: Partial<Record<Vote, string>> = {};
  for (const value of values) {
    const { number, symbol } = withoutSymbol(value);
    if (symbol) symbols.add(symbol);
    const vote = voteOf(number);
    votes[vote]++;
    examples[vote] ??= value;
  }
  return { votes, symbols: [...symbols], examples };
}

/** The share of values that are numbers in some notation. */
export function numberShare({ votes }: NumberReading): number {
  const all = Object.values(votes).reduce((sum, count) => sum + count, 0);
  return all === 0 ? 0 : 1 - votes.none / all;
}

/** The form of a column, or a value that can be read in two ways. */
export function numberForm(reading: NumberReading, given: Decimal | undefined): NumberFormFound {
  const { votes, examples } = reading;
  const symbol = reading.symbols.length === 1 ? (reading.symbols[0] ?? null) : null;
  const found = (
    decimal: NumberForm["decimal"],
    because: Because,
    ...shown: (string | undefined)[]
  ) => ({
    form: { decimal, symbol },
    because,
    examples: shown.filter((value) => value !== undefined),
  });
  if (given) return found(given, "given", examples[given]);
  const clear = votes.point + votes.comma;
  if (clear === 0) {
    const unclear = examples["unclear-point"] ?? examples["unclear-comma"];
    if (unclear !== undefined) return { ambiguous: unclear };
    return found("none", "whole-numbers", examples.whole);
  }
  const winner: Decimal = votes.point > votes.comma ? "point" : "comma";
  const loser: Decimal = winner === "point" ? "comma" : "point";
  if (votes[loser] > MINORITY * clear) {
    return {
      ambiguous: examples["unclear-point"] ?? examples["unclear-comma"] ?? examples[loser] ?? "",
    };
  }
  return found(winner, "decimal-digits", examples[winner]);
}

/** The text without a currency sign or code, and that sign. */
function withoutSymbol(value: string): { number: string; symbol: string | undefined } {
  const groups = SYMBOL.exec(value.trim())?.groups;
  return { number: groups?.number ?? value, symbol: groups?.before ?? groups?.after };
}

/** What one number says of the decimal sign: three digits after one sign say nothing. */
function voteOf(text: string): Vote {
  if (EXPONENT.test(text)) return "point";
  const digits = BODY.exec(text)?.groups?.digits?.trimEnd();
  if (digits === undefined) return "none";
  const points = count(digits, ".");
  const commas = count(digits, ",");
  if (points + commas === 0) return "whole";
  if (points > 0 && commas > 0)
    return digits.lastIndexOf(".") > digits.lastIndexOf(",") ? "point" : "comma";
  if (points + commas > 1) return points > 0 ? "comma" : "point";
  const sign = points > 0 ? "." : ",";
  const asDecimal: Decimal = points > 0 ? "point" : "comma";
  const [before = "", after = ""] = digits.split(sign);
  const grouped = /['’\u00a0\u202f ]/u.test(before);
  if (after.length !== 3 || grouped || !/^[1-9]\d{0,2}$/.test(before)) return asDecimal;
  return points > 0 ? "unclear-point" : "unclear-comma";
}

function count(text: string, sign: string): number {
  return text.split(sign).length - 1;
}

/** The number a text stands for under a decimal sign, for messages. */
export function readAs(value: string, decimal: Decimal): string {
  const { number } = withoutSymbol(value);
  const plain =
    decimal === "comma" ? number.replaceAll(".", "").replace(",", ".") : number.replaceAll(",", "");
  return plain.replace(/['’\u00a0\u202f ]/gu, "");
}
