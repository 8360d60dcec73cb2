/** What customers were at the end of a period, by name; NaN is unknown. */
export type Features = Readonly<Record<string, Float64Array>>;

/** Customers at the end of a period. */
export type CustomersAt = {
  /** What segments may be told by. */
  readonly features: Features;
  /** What only foretells: clocks and ratios that would make rules hard to read. */
  readonly signals: Features;
  /** Macro segment, from 0. */
  readonly macro: Int32Array;
  /** Number of macro segments. */
  readonly macros: number;
};

/** Customers at the end of a period and what became of them by the end of a later one. */
export type TransitionSample = CustomersAt & {
  readonly next: Int32Array;
  /** 1 where something was bought in between, else 0. */
  readonly bought: Float64Array;
  /** What the customer is worth in the long run, 0 or more. */
  readonly value: Float64Array;
  /** Periods before the last pair: what is older counts for less. */
  readonly age: Float64Array;
};

const HALF_LIFE = 6;

/** ½^(age / 6). */
export function ageWeights({ age }: TransitionSample): Float64Array {
  return age.map((periods) => 0.5 ** (periods / HALF_LIFE));
}

/** The rows of a sample that fulfil a condition. */
export function rowsWhere(rows: number, holds: (row: number) => boolean): Int32Array {
  const found: number[] = [];
  for (let row = 0; row < rows; row++) if (holds(row)) found.push(row);
  return Int32Array.from(found);
}

export function takeColumn(column: Float64Array, rows: Int32Array): Float64Array {
  return Float64Array.from(rows, (row) => column[row]);
}

export function takeFeatures(features: Features, rows: Int32Array): Features {
  return Object.fromEntries(
    Object.entries(features).map(([name, column]) => [name, takeColumn(column, rows)]),
  );
}

/** Some rows of a sample; `earlier` periods are taken off their age. */
export function takeSample(
  sample: TransitionSample,
  rows: Int32Array,
  earlier = 0,
): TransitionSample {
  const pick = (column: Float64Array) => takeColumn(column, rows);
  return {
    features: takeFeatures(sample.features, rows),
    signals: takeFeatures(sample.signals, rows),
    macro: Int32Array.from(rows, (row) => sample.macro[row]),
    macros: sample.macros,
    next: Int32Array.from(rows, (row) => sample.next[row]),
    bought: pick(sample.bought),
    value: pick(sample.value),
    age: pick(sample.age).map((age) => age - earlier),
  };
}

/** The rows of the last pair of periods, and those of all before it. */
export function splitLastPair(sample: TransitionSample): {
  readonly last: TransitionSample;
  readonly before: TransitionSample;
} {
  const rows = sample.age.length;
  const isLast = (row: number) => sample.age[row] === 0;
  return {
    last: takeSample(sample, rowsWhere(rows, isLast)),
    before: takeSample(
      sample,
      rowsWhere(rows, (row) => !isLast(row)),
      1,
    ),
  };
}
