/** What foretells moves and would make rules hard to read: clocks, ratios, what leaves a window. */
type Columns = Readonly<Record<string, Float64Array>>;

const log = (column: Float64Array) => column.map((value) => Math.log1p(Math.max(value, 0)));

/**
 * @param columns purchases and their times and spend as the snapshot has them; spend_leaving: what
 *   was spent in the month that the window of twelve months is about to leave
 * @param nextDays days of the period that is foretold
 */
export function signalsOf(columns: Columns, nextDays: Float64Array): Columns {
  const { purchases, days_since_purchase, days_since_first_purchase, spend, spend_leaving } =
    columns as Record<string, Float64Array>;
  const [n, silence, tenure] = [purchases, days_since_purchase, days_since_first_purchase] as [
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  const at = (column: Float64Array | undefined, i: number) => (column as Float64Array)[i] as number;
  const perRow = (value: (i: number) => number) => n.map((_, i) => value(i));
  // The mean interval; of one purchase all that is known is how long nothing followed.
  const gap = perRow((i) =>
    at(n, i) > 1 ? (at(tenure, i) - at(silence, i)) / (at(n, i) - 1) : at(tenure, i),
  );
  const squares = columns.gap_squares;
  return {
    silence_then: perRow((i) => at(silence, i) + at(nextDays, i)),
    tenure_then: perRow((i) => at(tenure, i) + at(nextDays, i)),
    spend_then: perRow((i) => at(spend, i) - at(spend_leaving, i)),
    log_silence: log(silence),
    log_tenure: log(tenure),
    log_purchases: log(n),
    log_recent: log(columns.purchases_1m as Float64Array),
    log_quarter: log(columns.purchases_3m as Float64Array),
    log_year: log(columns.purchases_12m as Float64Array),
    log_spend: log(spend as Float64Array),
    is_first: perRow((i) => (at(n, i) === 1 ? 1 : 0)),
    is_second: perRow((i) => (at(n, i) === 2 ? 1 : 0)),
    log_pace: perRow((i) => Math.log((at(n, i) + 0.5) / (at(tenure, i) + 30))),
    log_overdue: perRow((i) => Math.log((at(silence, i) + 3) / (at(gap, i) + 3))),
    irregularity: perRow((i) => {
      const intervals = at(n, i) - 1;
      if (intervals < 2) return Number.NaN;
      const variance = at(squares, i) / intervals - at(gap, i) ** 2;
      return Math.sqrt(Math.max(variance, 0)) / at(gap, i);
    }),
  };
}
