import { warnings } from "@kundenwert/models";

/** Month ends as the filter needs them: days since 1970-01-01, the last one is now. */
type Ends = Float64Array;

/**
 * Purchases of a month are days, so that each month is a digit to the base 32; ten of them, 50 bits,
 * are one number that is exact. One sum for ten months is far cheaper than one for each.
 */
const BASE = 32;
const MONTHS_A_NUMBER = 10;

/**
 * A SELECT of customer_id and quiet_hidden_markov: P(no purchase in the next `months`) of each
 * customer, by what they bought month by month from the month after the first purchase on.
 *
 * One statement a month: what is believed of the state is weighed by the purchases and moved on.
 *
 * @param customers a SELECT of customer_id and age, in days
 * @param purchases a SELECT of customer_id, period (a place from 1) and purchases
 */
export function hiddenMarkovSql(
  model: warnings.hiddenMarkov.HiddenMarkov,
  ends: Ends,
  months: number,
  customers: string,
  purchases: string,
): string {
  const states = model.rates.map((_, state) => state);
  const seen = Array.from({ length: ends.length - 1 }, (_, i) => i + 1);
  const packed = Array.from(
    { length: Math.ceil(seen.length / MONTHS_A_NUMBER) },
    (_, part) => `${packedMonths(part)} AS packed_${part}`,
  );
  const steps = [
    `counted AS (
      SELECT asked.customer_id AS customer_id, asked.age AS age${packed.map((one) => `,\n${one}`).join("")}
      FROM (${customers}) AS asked LEFT JOIN (${purchases}) AS known
        ON asked.customer_id = known.customer_id
      GROUP BY asked.customer_id, asked.age
    )`,
    `believed_0 AS (SELECT counted.*${states.map((s) => `, ${double(model.initial[s])} AS b_${s}`).join("")}${nextMonth(0, seen.length)}
      FROM counted)`,
    ...seen.flatMap((month) => monthSteps(model, ends, month, seen.length)),
  ];
  const quiet = quietAhead(model, months);
  const sum = states.map((s) => `b_${s} * ${double(quiet[s])}`).join(" + ");
  return `WITH ${steps.join(",\n")}
    SELECT customer_id, ${sum} AS quiet_hidden_markov FROM believed_${seen.length}`;
}

/** The purchases of ten months, the first of them the lowest digit. */
function packedMonths(part: number): string {
  const first = part * MONTHS_A_NUMBER + 2;
  return `coalesce(sum(CASE WHEN known.period >= ${first} AND known.period < ${first + MONTHS_A_NUMBER}
    THEN known.purchases * power(${BASE}, known.period - ${first}) END), 0)`;
}

/** Which of the numbers a month is in. */
function partOf(month: number): number {
  return Math.floor((month - 1) / MONTHS_A_NUMBER);
}

/** The purchases of the month after one, as a column; none after the last. */
function nextMonth(month: number, last: number): string {
  if (month === last) return "";
  const place = month % MONTHS_A_NUMBER;
  const without = (digits: number) =>
    `floor(packed_${partOf(month + 1)} / ${double(BASE ** digits)})`;
  return `, ${without(place)} - ${BASE} * ${without(place + 1)} AS n`;
}

/** Weighs what is believed by the purchases of a month, and moves it on; before the first purchase it stays. */
function monthSteps(
  { rates, transition }: warnings.hiddenMarkov.HiddenMarkov,
  ends: Ends,
  month: number,
  last: number,
): string[] {
  const states = rates.map((_, state) => state);
  // What later months are read from is passed on.
  const later = Array.from({ length: last === month ? 0 : partOf(last) + 1 }, (_, part) => part)
    .filter((part) => part >= partOf(month + 1))
    .map((part) => `packed_${part}`);
  const passed = ["customer_id", "age", ...later].join(", ");
  const highest = rates.at(-1) as number;
  const weighed = states.map((s) => {
    const rate = rates[s] as number;
    // Against the busiest state, so that nothing is too small to be a number.
    const chance = `exp(n * ${double(Math.log(rate / highest))} + ${double(highest - rate)})`;
    return `b_${s} * ${chance} AS u_${s}`;
  });
  const all = states.map((s) => `u_${s}`).join(" + ");
  const moved = states.map((to) => {
    const arriving = states.map((from) => `u_${from} * ${double(transition[from]?.[to])}`);
    return `CASE WHEN is_seen = 1 THEN (${arriving.join(" + ")}) / (${all}) ELSE b_${to} END AS b_${to}`;
  });
  // Seen is who bought first by the end of the month before.
  const since = (ends.at(-1) as number) - (ends[month - 1] as number);
  const kept = states.map((s) => `b_${s}`).join(", ");
  return [
    `weighed_${month} AS (SELECT ${passed}, ${kept}, ${weighed.join(", ")},
      CASE WHEN age >= ${since} THEN 1 ELSE 0 END AS is_seen FROM believed_${month - 1})`,
    `believed_${month} AS (SELECT ${passed}, ${moved.join(", ")}${nextMonth(month, last)}
      FROM weighed_${month})`,
  ];
}

/** P(nothing in `months`) of a customer in each state, as the model has it. */
function quietAhead(model: warnings.hiddenMarkov.HiddenMarkov, months: number): readonly number[] {
  const nobody = { counts: new Float64Array(), starts: Uint32Array.of(0) };
  return model.rates.map((_, state) => {
    const initial = model.rates.map((_, other) => (other === state ? 1 : 0));
    return warnings.hiddenMarkov.noPurchaseProbability(
      { ...model, initial },
      nobody,
      months,
    )[0] as number;
  });
}

function double(value: number | undefined): string {
  return `CAST(${value} AS DOUBLE)`;
}
