import { warnings } from "@kundenwert/models";

/** Month ends as the filter needs them: days since 1970-01-01, the last one is now. */
type Ends = Float64Array;

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
  const counts = seen.map(
    (month) =>
      `coalesce(sum(CASE WHEN known.period = ${month + 1} THEN known.purchases END), 0) AS n_${month}`,
  );
  const steps = [
    `counted AS (
      SELECT asked.customer_id AS customer_id, asked.age AS age${counts.map((one) => `,\n${one}`).join("")}
      FROM (${customers}) AS asked LEFT JOIN (${purchases}) AS known
        ON asked.customer_id = known.customer_id
      GROUP BY asked.customer_id, asked.age
    )`,
    `believed_0 AS (SELECT counted.*${states.map((s) => `, ${double(model.initial[s])} AS b_${s}`).join("")}
      FROM counted)`,
    ...seen.flatMap((month) => monthSteps(model, ends, month, seen)),
  ];
  const quiet = quietAhead(model, months);
  const sum = states.map((s) => `b_${s} * ${double(quiet[s])}`).join(" + ");
  return `WITH ${steps.join(",\n")}
    SELECT customer_id, ${sum} AS quiet_hidden_markov FROM believed_${seen.length}`;
}

/** Weighs what is believed by the purchases of a month, and moves it on; before the first purchase it stays. */
function monthSteps(
  { rates, transition }: warnings.hiddenMarkov.HiddenMarkov,
  ends: Ends,
  month: number,
  seen: readonly number[],
): string[] {
  const states = rates.map((_, state) => state);
  // Later months are passed on, earlier ones are done with.
  const later = seen.filter((other) => other > month).map((other) => `n_${other}`);
  const passed = ["customer_id", "age", ...later].join(", ");
  const highest = rates.at(-1) as number;
  const weighed = states.map((s) => {
    const rate = rates[s] as number;
    // Against the busiest state, so that nothing is too small to be a number.
    const chance = `exp(n_${month} * ${double(Math.log(rate / highest))} + ${double(highest - rate)})`;
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
    `believed_${month} AS (SELECT ${passed}, ${moved.join(", ")} FROM weighed_${month})`,
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
