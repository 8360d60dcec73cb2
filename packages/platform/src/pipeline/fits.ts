import { setImmediate } from "node:timers/promises";
import { type Fit, ModelError } from "@kundenwert/models";
import type { Engine, StatementOptions } from "../engines/engine.ts";
import { stopIfCancelled } from "../engines/engine-error.ts";
import { readBody, writeBody } from "./body.ts";
import { readCells } from "./cells.ts";
import { PROBABILITY_METHODS, type ProbabilityMethod, probabilityModels } from "./method.ts";
import { fitSpend, type SpendFit } from "./spend.ts";
import type { Step } from "./step.ts";

/** Why a model was not fitted: the code of its refusal and the facts. */
type Refusal = { readonly code: string; readonly message: string };

export type ModelFit = Fit<Record<string, number>>;

/** All fits on one summary. What a model refuses is missing, with its reason. */
export type Fits = {
  readonly models: { readonly [method in ProbabilityMethod]?: ModelFit };
  readonly refused: Readonly<Record<string, Refusal>>;
  /** Undefined where the source has no amounts. */
  readonly spend?: SpendFit;
};

/** Bumped when a fit would come out otherwise on the same data. */
const VERSION = "1";

/** Fits every model on the distinct rows of `summaryTable`; its table holds one row of JSON. */
export function fitsStep(name: string, summaryTable: string): Step {
  return {
    name,
    reads: [summaryTable],
    text: VERSION,
    checks: {},
    inputs: () => ({}),
    async write({ engine }, table, options) {
      await writeBody(engine, table, await fitAll(engine, summaryTable, options));
    },
  };
}

export async function readFits(engine: Engine, table: string): Promise<Fits> {
  return readBody(engine, table);
}

async function fitAll(
  engine: Engine,
  summaryTable: string,
  options: StatementOptions,
): Promise<Fits> {
  const { weeks } = await readCells(engine, summaryTable, options);
  const models: { [method in ProbabilityMethod]?: ModelFit } = {};
  const refused: Record<string, Refusal> = {};
  for (const [done, method] of PROBABILITY_METHODS.entries()) {
    // A fit does not pause: only here is it heard that the user wants to stop.
    await setImmediate();
    stopIfCancelled(options.signal);
    try {
      models[method] = probabilityModels[method].fit(weeks);
    } catch (error) {
      refused[method] = toRefusal(error);
    }
    options.onProgress?.((done + 1) / (PROBABILITY_METHODS.length + 1));
  }
  const spend = await fitSpend(engine, summaryTable, options);
  return { models, refused, ...(spend ? { spend } : {}) };
}

/** A model may refuse the data it is given; anything else is a fault and goes on. */
function toRefusal(error: unknown): Refusal {
  if (!(error instanceof ModelError)) throw error;
  return { code: error.code, message: error.message };
}
