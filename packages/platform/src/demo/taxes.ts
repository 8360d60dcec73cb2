/** VAT in thousandths of the net price, standard and reduced. */
export const taxRates = {
  DE: { standard: 190, reduced: 70 },
  AT: { standard: 200, reduced: 100 },
  CH: { standard: 81, reduced: 26 },
} as const;

/** @returns the tax contained in a gross amount, in whole cents; -t for -amount. */
export function taxWithin(grossCents: number, rate: number): number {
  const tax = Math.round((Math.abs(grossCents) * rate) / (1000 + rate));
  return grossCents < 0 ? -tax : tax;
}
