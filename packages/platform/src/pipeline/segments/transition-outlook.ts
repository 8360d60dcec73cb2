import { segments } from "@kundenwert/models";
import type { StatementOptions } from "../../engines/engine.ts";
import { addDays, addMonths, isoDay } from "../calendar.ts";
import { MACROS } from "./macro.ts";
import { readCustomersAt, type SampleSource } from "./transition-sample.ts";
import type { TransitionState } from "./transition-state.ts";

/** What the model expects of the customers of today. */
export async function outlook(
  source: SampleSource,
  model: segments.TransitionModel,
  end: Date,
  options: StatementOptions,
): Promise<Pick<TransitionState, "forecastFor" | "stocks" | "outlook">> {
  const customers = await readCustomersAt(source, end, options);
  const forecast = segments.forecastTransitions(model, customers);
  const today = await stockAt(source, end);
  const { macros } = model;
  const means = meanRows(forecast.probabilities, forecast.micro, model.micro.segments, macros);
  const byMacro = meanRows(forecast.probabilities, customers.macro, macros, macros);
  const expected = new Float64Array(macros);
  byMacro.forEach((share, cell) => {
    expected[cell % macros] =
      (expected[cell % macros] as number) + share * (today[Math.floor(cell / macros)] ?? 0);
  });
  const next = addDays(addMonths(addDays(end, 1), 1), -1);
  return {
    forecastFor: isoDay(next),
    stocks: MACROS.map((segment, i) => ({
      segment,
      today: today[i] as number,
      expected: expected[i] as number,
    })).filter(({ segment }) => isSeen(model, MACROS.indexOf(segment))),
    outlook: [...means],
  };
}

/** Whether anybody ever came there: what is only not impossible need not be shown. */
function isSeen({ all, macros }: segments.TransitionModel, macro: number): boolean {
  return all.moves.some((moves, cell) => moves > 0 && cell % macros === macro);
}

async function stockAt({ engine }: SampleSource, end: Date): Promise<Float64Array> {
  const rows = await engine.rows(
    `SELECT macro, CAST(count(*) AS DOUBLE) AS customers FROM segment_macro
     WHERE period_end = $end GROUP BY macro`,
    { end },
  );
  return Float64Array.from(MACROS, (macro) =>
    Number(rows.find((row) => row.macro === macro)?.customers ?? 0),
  );
}

/** The mean forecast of the customers of each group; 0 for a group without any. */
function meanRows(
  probabilities: Float64Array,
  group: Int32Array,
  groups: number,
  macros: number,
): Float64Array {
  const sums = new Float64Array(groups * macros);
  const sizes = new Float64Array(groups);
  group.forEach((own, row) => {
    sizes[own] = (sizes[own] as number) + 1;
    for (let k = 0; k < macros; k++) {
      const cell = own * macros + k;
      sums[cell] = (sums[cell] as number) + (probabilities[row * macros + k] as number);
    }
  });
  return sums.map((sum, cell) => {
    const size = sizes[Math.floor(cell / macros)] as number;
    return size > 0 ? sum / size : 0;
  });
}
