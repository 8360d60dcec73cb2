import type { Engine, Parameters, Row } from "../../engines/engine.ts";
import { readSql } from "../../engines/sql-file.ts";
import type { Workspace } from "../../workspace/workspace.ts";
import { readEquity } from "../equity.ts";
import { CLOSING } from "../feedback/closing-outcomes.ts";
import { type Fits, readFits } from "../fits.ts";
import { type CustomerHealth, readCustomerHealth } from "../health/read-health.ts";
import { isProbabilityMethod, PROBABILITY_METHODS } from "../method.ts";
import { PipelineError } from "../pipeline-error.ts";
import { type CustomerPotential, readCustomerPotential } from "../potential/read-potential.ts";
import { type NextOrder, nextOrder } from "./next-order.ts";
import { ofPerson, type Person, readPerson } from "./person.ts";
import { readStages, type StageHistory } from "./stage-history.ts";
import { countTimeline } from "./timeline.ts";
import { type ValueReasons, valueReasons } from "./value-reasons.ts";

/** All that is known of a customer; rows have the columns of their query in sql/customer_360. */
export type Customer360 = {
  readonly person: Person;
  /** The latest row of the register; undefined where the customer is in none. */
  readonly master: Row | undefined;
  readonly attributes: readonly Row[];
  readonly identifiers: readonly Row[];
  /** Rows of customer_value, one a horizon, the shortest first; none without a kept purchase. */
  readonly values: readonly Row[];
  readonly reasons: readonly ValueReasons[];
  /** Undefined where the customer never bought or no model could be fitted. */
  readonly nextOrder: NextOrder | undefined;
  /** The last 200 answers; those with is_case = 1 and without closed_at are open cases. */
  readonly feedback: readonly Row[];
  readonly consents: readonly Row[];
  readonly referred: readonly Row[];
  readonly referredBy: string | null;
  readonly stages: StageHistory;
  /** Undefined where the customer has nothing to lose. */
  readonly health: CustomerHealth | undefined;
  /** Undefined where the customer neither bought in a year nor pays for a contract. */
  readonly potential: CustomerPotential | undefined;
  /** Entries of the timeline by kind. */
  readonly counts: readonly Row[];
};

/**
 * Everything about one customer, read from the ledger and the published tables.
 *
 * @param id any number of the person; that of a merged customer leads to the whole person
 * @throws PipelineError CUSTOMER_UNKNOWN
 */
export async function readCustomer360(workspace: Workspace, id: string): Promise<Customer360> {
  const { engine, settings } = workspace;
  const person = await readPerson(engine, id);
  const read = (name: string, more: Parameters = {}) => {
    const { sql, parameters } = ofPerson(readSql(`customer_360/${name}`), person);
    return engine.rows(sql, { ...parameters, ...more });
  };
  const own = { own: person.customerId };
  const [master] = await read("master_data");
  // Who is in the register is known; the whole ledger is searched for nobody else.
  if (!master && (await read("known")).length === 0)
    throw new PipelineError("CUSTOMER_UNKNOWN", `There is no customer ${id}`, { customer: id });
  const isValued = await engine.hasTable("customer_value");
  const { npsAtMost, scoreAtMost } = settings.cases;
  const open = { closing: CLOSING, nps_at_most: npsAtMost, score_at_most: scoreAtMost };
  // The longest first: none waits for another.
  const [counts, feedback, worth, stages, health, potential, ...rest] = await Promise.all([
    countTimeline(engine, person),
    read("feedback", open),
    isValued ? readWorth(engine, person) : NOT_VALUED,
    readStages(engine, person.customerId),
    readCustomerHealth(engine, person.customerId),
    readCustomerPotential(engine, person.customerId),
    read("attributes"),
    read("identifiers"),
    read("consents", own),
    isValued ? read("referred") : [],
    read("referred_by"),
  ]);
  const [attributes, identifiers, consents, referred, [winner]] = rest;
  const referredBy = winner ? String(winner.customer_id) : null;
  const said = { attributes, identifiers, feedback, consents, referred, referredBy };
  return { person, master, ...said, ...worth, stages, health, potential, counts };
}

const NOT_VALUED = { values: [], reasons: [], nextOrder: undefined } as const;

/** Value, its reasons and the next order, from what the last run has published. */
async function readWorth(
  engine: Engine,
  { customerId }: Person,
): Promise<Pick<Customer360, "values" | "reasons" | "nextOrder">> {
  const own = { own: customerId };
  const values = await engine.rows(
    "SELECT * FROM customer_value WHERE customer_id = $own ORDER BY horizon_months",
    own,
  );
  const [first] = values;
  if (!first) return NOT_VALUED;
  const [[parts], fits, equity, moved, contracts] = await Promise.all([
    engine.rows(readSql("customer_360/value_parts"), own),
    readFits(engine, "fits"),
    readEquity(engine),
    first.method === "transition" ? engine.rows(readSql("customer_360/transition_parts"), own) : [],
    readContractParts(engine, customerId),
  ]);
  const reasons = values.flatMap((value) => {
    const same = equity.find(({ horizonMonths }) => horizonMonths === value.horizon_months);
    if (!same) return [];
    const { discountRate, marginRate } = same;
    const facts = { spend: fits.spend, discountRate, marginRate };
    const ofHorizon = (rows: readonly Row[]) =>
      rows.find((row) => row.horizon_months === value.horizon_months);
    return valueReasons(value, parts, facts, ofHorizon(moved), ofHorizon(contracts)) ?? [];
  });
  return { values, reasons, nextOrder: foreseen(fits, first) };
}

async function readContractParts(engine: Engine, own: string): Promise<readonly Row[]> {
  if (!(await engine.hasTable("customer_value_part"))) return [];
  const sql = "SELECT * FROM customer_value_part WHERE customer_id = $own AND part = 'contract'";
  return engine.rows(sql, { own });
}

/** By the model that values the customer, else by the first that could be fitted. */
function foreseen(fits: Fits, value: Row): NextOrder | undefined {
  const wanted = String(value.method);
  const method =
    isProbabilityMethod(wanted) && fits.models[wanted]
      ? wanted
      : PROBABILITY_METHODS.findLast((each) => fits.models[each]);
  const fit = method && fits.models[method];
  if (!fit) return undefined;
  const times = {
    frequency: Number(value.frequency),
    recency: Number(value.recency),
    age: Number(value.age),
  };
  return nextOrder(method, fit, times, new Date(String(value.as_of)));
}
