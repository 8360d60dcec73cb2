import { ModelError, transition } from "@kundenwert/models";
import type { Engine } from "../../engines/engine.ts";
import { readBody, writeBody } from "../body.ts";
import type { RunContext, Step } from "../step.ts";
import { readPanel, readPlan, sampleEvery, type TransitionTables } from "./panel-source.ts";

/** A horizon with the number it is known by in tables. */
export type TransitionHorizon = { readonly months: number; readonly days: number };

/** What was learned, or why nothing was. */
export type TransitionBody =
  | transition.TransitionFit
  | { readonly model: "refused"; readonly code: string; readonly message: string };

/** Bumped when a fit would come out otherwise on the same data. */
const VERSION = "3";

/** Fits the transition method on an even sample; its table holds one row of JSON. */
export function transitionFit(
  tables: TransitionTables,
  horizonsOf: (context: RunContext) => readonly TransitionHorizon[],
): Step {
  return {
    name: tables.fit,
    reads: [tables.activity, tables.plan],
    text: VERSION,
    checks: {},
    inputs: (context) => ({
      days: horizonsOf(context)
        .map(({ days }) => days)
        .join(),
    }),
    async write(context, table, options) {
      const { engine } = context;
      const plan = await readPlan(engine, tables);
      const every = await sampleEvery(engine, tables);
      const panel = await readPanel(engine, tables, plan, { every }, options);
      const days = horizonsOf(context).map((horizon) => horizon.days);
      await writeBody(engine, table, fitOrRefuse(panel, days));
    },
  };
}

export function readTransitionFit(engine: Engine, table: string): Promise<TransitionBody> {
  return readBody(engine, table);
}

/** Why the method stands back for its base, or knows nothing at all; null where it does neither. */
export async function transitionRefusal(
  engine: Engine,
  table: string,
): Promise<{ readonly code: string; readonly message: string } | null> {
  const fit = await readTransitionFit(engine, table);
  if (fit.model === "refused") return { code: fit.code, message: fit.message };
  if (!fit.fallback) return null;
  const { code, customers, repeaters, periods } = fit.fallback;
  const message = `${customers} customers, ${repeaters} of them repeaters, over ${periods} periods of ${fit.periodDays} days are too few`;
  return { code, message };
}

/** Data that no base model fits are refused; anything else is a fault and goes on. */
function fitOrRefuse(panel: transition.Panel, days: readonly number[]): TransitionBody {
  try {
    return transition.fit(panel, days);
  } catch (error) {
    if (!(error instanceof ModelError)) throw error;
    return { model: "refused", code: error.code, message: error.message };
  }
}
