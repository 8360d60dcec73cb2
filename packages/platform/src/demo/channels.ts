/** Where customers come from, what one costs there, and how they differ afterwards. */
export type AcquisitionChannel = {
  readonly name: string;
  /** Share of new customers at the start of the history. */
  readonly share: number;
  /** How much that weight changes in a year, as a share of itself. */
  readonly yearlyTrend: number;
  /** Months (1 to 12) the channel works in; empty for all. */
  readonly months: readonly number[];
  /** Mean cost of a customer, in cents, at the start of the history. */
  readonly cost: number;
  /** Factor on the latent purchase rate. */
  readonly rateFactor: number;
  /** Added to the log-odds of leaving after an order. */
  readonly leavingShift: number;
  readonly meanAge: number;
  readonly consentShare: number;
  readonly businessShare: number;
  /** Shares of orders on Webshop, App, Filiale, Marktplatz. */
  readonly salesMix: readonly number[];
};

const noMonths: readonly number[] = [];
const fairs = [2, 3, 9, 10];

// name, share, trend, months, cost, rate, leaving, age, consent, business, sales mix
const rows = [
  ["organisch", 31, -0.05, noMonths, 850, 1.1, -0.15, 44, 0.62, 0.05, [64, 21, 13, 2]],
  ["SEA", 25, 0, noMonths, 2400, 0.9, 0.1, 42, 0.52, 0.06, [73, 20, 5, 2]],
  ["Social", 15, 0.25, noMonths, 2700, 0.75, 0.3, 31, 0.55, 0.01, [42, 53, 3, 2]],
  ["Empfehlung", 9, 0.1, noMonths, 1500, 1.5, -0.5, 41, 0.71, 0.04, [58, 30, 10, 2]],
  ["Marktplatz", 16, 0.08, noMonths, 1200, 0.65, 0.35, 45, 0.22, 0.05, [14, 5, 1, 80]],
  ["Messe", 9, -0.1, fairs, 3600, 1.3, -0.25, 54, 0.74, 0.14, [44, 6, 49, 1]],
] as const;

/** The acquisition channels, in the order their numbers refer to. */
export const acquisitionChannels: readonly AcquisitionChannel[] = rows.map(
  ([
    name,
    share,
    yearlyTrend,
    months,
    cost,
    rateFactor,
    leavingShift,
    age,
    consent,
    business,
    mix,
  ]) => ({
    name,
    share,
    yearlyTrend,
    months,
    cost,
    rateFactor,
    leavingShift,
    meanAge: age,
    consentShare: consent,
    businessShare: business,
    salesMix: mix,
  }),
);

/** The number of the channel whose customers name who sent them. */
export const referralChannel = 3;

/** Where orders are placed, in the order of `salesMix`. */
export const salesChannels = ["Webshop", "App", "Filiale", "Marktplatz"] as const;

/** @returns the acquisition channel of a number. */
export function channelAt(number: number): AcquisitionChannel {
  return acquisitionChannels[number] as AcquisitionChannel;
}
