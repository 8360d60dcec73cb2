import type { FormulaName, FormulaQuery, Formulas } from "@kundenwert/contract";

export type FormulaInput = keyof FormulaQuery;

/** The formulas with their inputs, in the order they are written down. */
export const FORMULAS: readonly {
  readonly name: FormulaName;
  readonly inputs: readonly FormulaInput[];
}[] = [
  { name: "order-value", inputs: ["orderValue", "frequency", "years"] },
  { name: "subscription", inputs: ["fee", "months", "customers"] },
  { name: "net", inputs: ["annualRevenue", "relationYears", "acquisitionCost"] },
  { name: "retention", inputs: ["margin", "retention", "discountRate"] },
];

const ALL = FORMULAS.flatMap(({ inputs }) => inputs);
const RATES: readonly FormulaInput[] = ["retention", "discountRate"];
const MOST = 1e12;

/** Inputs as they stand in the address; what is no number, or out of range, is left out. */
export function readFormulaSearch(raw: Readonly<Record<string, unknown>>): FormulaQuery {
  const known = ALL.flatMap((name) => {
    const value = raw[name] === "" ? Number.NaN : Number(raw[name] ?? Number.NaN);
    const most = RATES.includes(name) ? 1 : MOST;
    return value >= 0 && value <= most ? [[name, value]] : [];
  });
  return Object.fromEntries(known) as FormulaQuery;
}

/** The value of one formula. */
export function amountOf({ items }: Formulas, name: FormulaName): number | null {
  return items.find((each) => each.name === name)?.value ?? null;
}
