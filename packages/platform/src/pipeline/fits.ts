import { setImmediate } from "node:timers/promises";
import { type Fit, ModelError } from "@kundenwert/models";
import type { Engine, StatementOptions } from "../engines/engine.ts";
import { stopIfCancelled } from "../engines/engine-error.ts";
import { readBody, writeBody } from "./body.ts";
import { readCells } from "./cells.ts";
import {
  PROBABILITY_METHODS,
  type ProbabilityMethod,
  probabilityModels,
  type RepurchaseRate,
} from "./method.ts";
import { readRepurchaseRate } from "./repurchase.ts";
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
  /** Undefined where nobody had the time to buy again. */
  readonly repurchase?: RepurchaseRate;
};

/** All that forecasts need of fits. */
export type KnownFits = Pick<Fits, "refused" | "repurchase"> & {
  readonly models: {
    readonly [method in ProbabilityMethod]?: Pick<ModelFit, "params">;
  };
};

/** Bumped when a fit would come out otherwise on the same data. */
const VERSION = "2";

/** What a set of fits is made from, and which models it has. */
export type FitsSource = {
  /** The tables that `purchase_day` and `customer_summary` are called here. */
  readonly purchases: string;
  readonly summary: string;
  readonly methods: readonly ProbabilityMethod[];
};

/** Fits models on the distinct rows of a summary; its table holds one row of JSON. */
export function fitsStep(name: string, source: FitsSource): Step {
  return {
    name,
    reads: [source.purchases, source.summary],
    text: VERSION,
    checks: {},
    inputs: () => ({ methods: source.methods.join() }),
    async write({ engine }, table, options) {
      await writeBody(engine, table, await fitAll(engine, source, options));
    },
  };
}

export async function readFits(engine: Engine, table: string): Promise<Fits> {
  return readBody(engine, table);
}

/** The models of the last run, if there was one: made again, they are the same. */
export async function lastFitted(
  engine: Engine,
): Promise<readonly ProbabilityMethod[] | undefined> {
  if (!(await engine.hasTable("fits"))) return undefined;
  const { models, refused } = await readFits(engine, "fits");
  return PROBABILITY_METHODS.filter((method) => method in models || method in refused);
}

async function fitAll(
  engine: Engine,
  source: FitsSource,
  options: StatementOptions,
): Promise<Fits> {
  const { weeks } = await readCells(engine, source.summary, options);
  const models: { [method in ProbabilityMethod]?: ModelFit } = {};
  const refused: Record<string, Refusal> = {};
  for (const [done, method] of source.methods.entries()) {
    // A fit does not pause: only here is it heard that the user wants to stop.
    await setImmediate();
    stopIfCancelled(options.signal);
    try {
      models[method] = probabilityModels[method].fit(weeks);
    } catch (error) {
      refused[method] = toRefusal(error);
    }
    options.onProgress?.((done + 1) / (source.methods.length + 1));
  }
  const spend = await fitSpend(engine, source.summary, options);
  const repurchase = await readRepurchaseRate(engine, source, options);
  return { models, refused, ...(spend ? { spend } : {}), ...(repurchase ? { repurchase } : {}) };
}

/** A model may refuse the data it is given; anything else is a fault and goes on. */
function toRefusal(error: unknown): Refusal {
  if (!(error instanceof ModelError)) throw error;
  return { code: error.code, message: error.message };
}
