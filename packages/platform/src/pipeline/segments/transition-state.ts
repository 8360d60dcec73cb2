import type { segments } from "@kundenwert/models";
import type { Engine } from "../../engines/engine.ts";
import { readBody } from "../body.ts";

/** How well the moves of one month were foreseen, by a model that knew only the months before. */
export type JudgedMonth = {
  readonly periodEnd: string;
  readonly customers: number;
  /** Mean −ln of the probability given to what came; by the model, and by last month's moves. */
  readonly logLoss: number;
  readonly staticLogLoss: number;
  /** The one against the other, with its 95 % interval. */
  readonly change: number;
  readonly low: number;
  readonly high: number;
  readonly calibrationError: number;
  /** Share of customers that the forecast of stocks put elsewhere, and that “as today” did. */
  readonly stockError: number;
  readonly asTodayError: number;
};

/** How many customers are expected in a macro segment. */
type StockForecast = {
  readonly segment: string;
  readonly today: number;
  readonly expected: number;
};

/** What is known of the moves between segments after the last run. */
export type TransitionState = {
  /** Why there is no model: no two month ends with the same thresholds, or one segment only. */
  readonly reason: "TOO_LITTLE_HISTORY" | "ONE_SEGMENT" | null;
  readonly learntAt: string | null;
  /** Whether an older model was kept, because the new one foresaw the last month worse. */
  readonly isKept: boolean;
  /** The version of micro-segments it is about. */
  readonly version: number;
  readonly pairs: number;
  readonly rows: number;
  readonly model: segments.TransitionModel | null;
  /** Moves over three months, counted as such; null below nine month ends. */
  readonly quarter: segments.TransitionTable | null;
  readonly judged: readonly JudgedMonth[];
  readonly forecastFor: string | null;
  readonly stocks: readonly StockForecast[];
  /** Mean forecast of the members of each micro-segment, micro-segments × macro segments. */
  readonly outlook: readonly number[];
};

/** What people read of it: all but the model itself. */
export type TransitionReport = Omit<TransitionState, "model" | "quarter" | "outlook">;

/** The report of the last run; undefined where none has come so far. */
export async function readTransitionReport(engine: Engine): Promise<TransitionReport | undefined> {
  return (await engine.hasTable("transition_report"))
    ? readBody<TransitionReport>(engine, "transition_report")
    : undefined;
}

/** The state after the last run; undefined where none has come so far. */
export async function readTransitionState(engine: Engine): Promise<TransitionState | undefined> {
  if (!(await engine.hasTable("transition_model"))) return undefined;
  const state = await readBody<TransitionState>(engine, "transition_model");
  return revive(state);
}

/** JSON knows no typed arrays: they come back as objects with numbered fields. */
function revive(state: TransitionState): TransitionState {
  const column = (values: Float64Array) => Float64Array.from(Object.values(values));
  const table = ({ moves, counts, probabilities, strength }: segments.TransitionTable) => ({
    moves: column(moves),
    counts: column(counts),
    probabilities: column(probabilities),
    strength: column(strength),
  });
  const { model, quarter } = state;
  return {
    ...state,
    model: model && {
      ...model,
      all: table(model.all),
      idle: table(model.idle),
      buying: table(model.buying),
    },
    quarter: quarter && table(quarter),
  };
}
