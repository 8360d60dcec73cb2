/** Months after a purchase in which returns of it are expected. */
const LAST_AGE = 12;
/** Purchases of this many months tell how returns come in. */
const MONTHS_LEARNT = 36;
/** z of a central interval of 80 %. */
const Z_80 = 1.2816;

/** Purchases of one month and what came back of them, by months from purchase to return. */
export type Cohort = {
  /** Months since January 1970. */
  readonly month: number;
  /** In the workspace's currency, before returns. */
  readonly purchased: number;
  readonly lines: number;
  /** Amount returned at each age, positive. */
  readonly returned: readonly number[];
};

/** How returns come in: at each age from 0 to 12 the share of what was bought, and how it varies. */
export type ReturnPattern = {
  readonly share: readonly number[];
  /** Variance of the share at an age, times the amount bought. */
  readonly variance: readonly number[];
  /** What was bought in the months that an age was learnt from, and how many those are. */
  readonly weight: readonly number[];
  readonly months: readonly number[];
};

/** What is still to come back, with its 80 % interval. */
export type Outstanding = {
  readonly expected: number;
  readonly variance: number;
};

/**
 * The development of returns: the additive method of claims reserving on the triangle of months of
 * purchase by age. Each age's share is what came back at that age ÷ what was bought, over the last 36
 * months whose returns of that age are all in. Unlike chain ladder, which multiplies what has come
 * back so far, it foresees returns of a month of which nothing has come back yet. An age that no month
 * has reached has share 0.
 *
 * @param lastMonth the last month that is over
 * @see Merz & Wüthrich (2009), "Prediction error of the multivariate additive loss reserving method"
 */
export function learnReturns(cohorts: readonly Cohort[], lastMonth: number): ReturnPattern {
  const ages = Array.from({ length: LAST_AGE + 1 }, (_, age) => {
    const seen = cohorts.filter(
      ({ month, purchased }) =>
        purchased > 0 && month + age <= lastMonth && month > lastMonth - MONTHS_LEARNT,
    );
    const weight = sum(seen.map(({ purchased }) => purchased));
    const share = weight > 0 ? sum(seen.map((one) => at(one, age))) / weight : 0;
    const squares = seen.map((one) => one.purchased * (at(one, age) / one.purchased - share) ** 2);
    const variance = seen.length > 1 ? sum(squares) / (seen.length - 1) : 0;
    return { share, variance, weight, months: seen.length };
  });
  return {
    share: ages.map(({ share }) => share),
    variance: ages.map(({ variance }) => variance),
    weight: ages.map(({ weight }) => weight),
    months: ages.map(({ months }) => months),
  };
}

/**
 * What is still to come back of some months' purchases. Returns that came in the running month are
 * taken off what was expected; less than nothing is never to come. The variance is that of the
 * returns themselves and of the shares they are foreseen by.
 */
export function outstandingReturns(
  cohorts: readonly Cohort[],
  pattern: ReturnPattern,
  lastMonth: number,
): Outstanding {
  const open = cohorts.map((cohort) => ({
    cohort,
    from: Math.max(0, lastMonth - cohort.month + 1),
  }));
  const expected = open.map(({ cohort, from }) => {
    const toCome = cohort.purchased * sum(pattern.share.slice(from));
    return Math.max(0, toCome - sum(cohort.returned.slice(from)));
  });
  const variance = pattern.share.map((_, age) => {
    const bought = sum(
      open.filter(({ from }) => from <= age).map(({ cohort }) => cohort.purchased),
    );
    const learnt = pattern.weight[age] ?? 0;
    return (pattern.variance[age] ?? 0) * (bought + (learnt > 0 ? bought ** 2 / learnt : 0));
  });
  return { expected: sum(expected), variance: sum(variance) };
}

/** The 80 % interval of what is to come back; it never begins below nothing. */
export function intervalOf({ expected, variance }: Outstanding): [low: number, high: number] {
  const spread = Z_80 * Math.sqrt(variance);
  return [Math.max(0, expected - spread), expected + spread];
}

function at({ returned }: Cohort, age: number): number {
  return returned[age] ?? 0;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
