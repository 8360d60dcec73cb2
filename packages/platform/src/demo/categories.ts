/** What is known of a category of goods; prices are gross, in cents. */
export type Category = {
  readonly name: string;
  /** Weight in what people choose, before season. */
  readonly share: number;
  /** Probability that a line comes back, for an average customer and product. */
  readonly returnRate: number;
  /** Purchase price and handling as a share of the net list price. */
  readonly costShare: number;
  readonly reducedTax: boolean;
  readonly lowPrice: number;
  readonly highPrice: number;
  /** Mean number of pieces beyond the first. */
  readonly extraPieces: number;
  /** Demand by month, January first; 1 is the year's usual. */
  readonly season: readonly number[];
  /** How much more women (above 1) or men (below 1) choose it. */
  readonly womenFactor: number;
  /** Categories its customers discover next. */
  readonly neighbours: readonly number[];
};

const steady = [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1];
const fashion = [0.9, 0.9, 1.2, 1.2, 1.1, 0.9, 0.8, 0.9, 1.25, 1.2, 1.05, 0.8];
const garden = [0.3, 0.6, 1.7, 2.2, 2, 1.5, 1.1, 0.8, 0.7, 0.5, 0.3, 0.3];
const gifts = [0.6, 0.6, 0.8, 0.9, 0.8, 0.8, 0.8, 0.8, 0.9, 1.1, 1.8, 2.1];
const books = [0.9, 0.9, 0.9, 0.9, 0.9, 0.9, 1.1, 1, 0.9, 1.1, 1.3, 1.4];
const sport = [1.4, 1.1, 1.1, 1.2, 1.2, 1.1, 0.9, 0.9, 0.9, 0.8, 0.8, 0.8];
const devices = [0.9, 0.8, 0.8, 0.8, 0.8, 0.8, 0.8, 0.8, 0.9, 1, 1.7, 1.5];

// name, share, returnRate, costShare, reducedTax, lowPrice, highPrice, extraPieces, season, women, neighbours
const rows = [
  ["Mode", 17, 0.41, 0.5, false, 1500, 12900, 0.06, fashion, 1.5, [1, 8]],
  ["Schuhe", 6, 0.4, 0.52, false, 2900, 12900, 0.02, fashion, 1.3, [0, 6]],
  ["Wohnen", 13, 0.09, 0.56, false, 1200, 18900, 0.2, steady, 1.2, [3, 4]],
  ["Küche", 12, 0.075, 0.58, false, 900, 14900, 0.15, gifts, 1.1, [2, 9]],
  ["Garten", 9, 0.065, 0.58, false, 800, 14900, 0.2, garden, 0.9, [2, 6]],
  ["Elektronik", 8, 0.12, 0.73, false, 1500, 24900, 0.05, devices, 0.6, [6, 7]],
  ["Sport", 8, 0.125, 0.56, false, 1200, 13900, 0.08, sport, 0.8, [1, 8]],
  ["Bücher", 8, 0.036, 0.67, true, 900, 3900, 0.15, books, 1, [10, 9]],
  ["Kosmetik", 9, 0.05, 0.46, false, 600, 4900, 0.4, steady, 1.7, [0, 9]],
  ["Feinkost", 8, 0.037, 0.61, true, 400, 3500, 1.1, gifts, 1, [3, 7]],
  ["Spielwaren", 7, 0.06, 0.59, false, 800, 6900, 0.1, gifts, 1.1, [7, 6]],
] as const;

/** The shop's categories, in the order their numbers refer to. */
export const categories: readonly Category[] = rows.map(
  ([
    name,
    share,
    returnRate,
    costShare,
    reducedTax,
    lowPrice,
    highPrice,
    extra,
    season,
    w,
    next,
  ]) => ({
    name,
    share,
    returnRate,
    costShare,
    reducedTax,
    lowPrice,
    highPrice,
    extraPieces: extra,
    season,
    womenFactor: w,
    neighbours: next,
  }),
);

/** @returns the category of a number. */
export function categoryAt(number: number): Category {
  return categories[number] as Category;
}
