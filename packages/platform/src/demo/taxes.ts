import type { Category } from "./categories.ts";

/** VAT in thousandths of the net price, standard and reduced. */
export const taxRates = {
  DE: { standard: 190, reduced: 70 },
  AT: { standard: 200, reduced: 100 },
  CH: { standard: 81, reduced: 26 },
} as const;

/** @returns the rate of a category's goods in a country, in thousandths. */
export function taxRate(country: keyof typeof taxRates, { reducedTax }: Category): number {
  return reducedTax ? taxRates[country].reduced : taxRates[country].standard;
}

/** @returns the tax contained in a positive gross amount, both in whole cents. */
export function taxWithin(grossCents: number, rate: number): number {
  return Math.round((grossCents * rate) / (1000 + rate));
}
