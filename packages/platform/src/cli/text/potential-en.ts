/** What the command line says of actual and comparable value. */
export const potentialTexts = {
  caption: (basis: string) =>
    `Annual revenue (${basis}: last 12 months, and 12 × the fees of contracts that run) beside what four of five comparable customers do not exceed. A comparison, no promise: four fifths will always lie below.`,
  none: "Nobody has bought in the last twelve months or pays for a contract.",
  kind: "kind",
  tenure: "with us",
  entry: "entry",
  business: "business",
  customers: "customers",
  below: "below",
  actual: "actual",
  reached: "comparable",
  gap: "gap",
  wallet: "spent elsewhere",
  customer: "customer",
  compared: "compared with",
  all: "all",
  unknown: "not known",
  shown: (shown: string, all: string) => `${shown} of ${all} groups, the largest gaps first`,
  kinds: { shop: "buyers", contract: "contracts" } as Readonly<Record<string, string>>,
  tenures: {
    months_3: "up to 3 months",
    year_1: "up to 1 year",
    years_2: "up to 2 years",
    years_4: "up to 4 years",
    longer: "over 4 years",
  } as Readonly<Record<string, string>>,
  businesses: { business: "business", private: "private" } as Readonly<Record<string, string>>,
  levels: {
    1: "same length of relationship, entry and kind of customer",
    2: "same length of relationship and entry",
    3: "same length of relationship",
    4: "all of the kind",
  } as Readonly<Record<string, string>>,
  told: (actual: string, reached: string, gap: string, compared: string, level: string) =>
    `Beside comparable customers: ${actual} a year, four of five of ${compared} reach at most ${reached} (${level}); gap ${gap}. A comparison, no promise.`,
  tooFew: (actual: string) => `${actual} a year; too few customers to compare with.`,
  walletTold: (share: string, gap: string) =>
    `By the register ${share} of the customer's spending is ours; ${gap} a year goes elsewhere.`,
};
