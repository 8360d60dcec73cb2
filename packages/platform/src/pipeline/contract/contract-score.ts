import { setImmediate } from "node:timers/promises";
import { type Engine, identifier, type StatementOptions } from "../../engines/engine.ts";
import { stopIfCancelled } from "../../engines/engine-error.ts";
import { readSql } from "../../engines/sql-file.ts";
import { horizonsOf } from "../horizon.ts";
import type { Step } from "../step.ts";
import { type ContractFits, readContractFits } from "./contract-fits.ts";
import type { ContractMethod, ContractPredictor } from "./contract-method.ts";
import { type Survival, survivalOf } from "./contract-survival.ts";
import { factorsByDueDay } from "./due-day.ts";

/** The distinct contracts that run; the columns of sql/contract/contract_running.sql. */
type Running = {
  readonly plan: readonly string[];
  readonly months: Float64Array;
  readonly due_day: Float64Array;
  readonly months_left: Float64Array;
};

const RUNNING_SQL = readSql("contract/contract_running");
const EMPTY = `SELECT CAST('' AS VARCHAR) AS plan, CAST(0 AS DOUBLE) AS months,
  CAST(0 AS DOUBLE) AS due_day, CAST(0 AS DOUBLE) AS months_left,
  CAST(0 AS INTEGER) AS horizon_months, CAST(0 AS DOUBLE) AS expected_months,
  CAST(0 AS DOUBLE) AS discounted_months, CAST(0 AS DOUBLE) AS staying_months,
  CAST(0 AS DOUBLE) AS survival WHERE 1 = 0`;

/** Bumped when a score would come out otherwise from the same fit. */
const VERSION = "1";

/** The distinct contracts of `table` that run, with the end on record where that is known by now. */
async function readRunning(
  engine: Engine,
  table: string,
  knownEnds: boolean,
  options: StatementOptions,
): Promise<Running> {
  const sql = RUNNING_SQL.replace("FROM contract", `FROM ${identifier(table)}`);
  return (await engine.columns(sql, { known_ends: knownEnds ? 1 : 0 }, options)) as Running;
}

/** Contracts that run, told apart by what says how long they will stay. */
export type Begun = { readonly plan: readonly string[]; readonly months: Float64Array };

/** The distinct plans and months begun of the contracts in `table` that run. */
export async function readBegun(
  engine: Engine,
  table: string,
  options: StatementOptions,
): Promise<Begun> {
  const { plan, months } = await readRunning(engine, table, false, options);
  const cells = new Map(plan.map((name, i) => [`${months[i]} ${name}`, i]));
  const rows = [...cells.values()];
  return {
    plan: rows.map((row) => plan[row] as string),
    months: Float64Array.from(rows, (row) => months[row] as number),
  };
}

/** How many of the next `months` months each of them is expected to stay for, by `method`. */
export function expectedMonths(
  { plan, months: begun }: Begun,
  fits: ContractFits,
  method: ContractPredictor,
  months: number,
): Float64Array {
  const ahead = survivals(fits, method, months);
  return begun.map((due, row) =>
    ahead(plan[row] as string, due).reduce((sum, share) => sum + share, 0),
  );
}

/** The forecast of each distinct contract and horizon, by `method`: a small table to join with. */
export function contractScore(method: ContractMethod, knownEnds: boolean): Step {
  return {
    name: "contract_score",
    reads: ["contract", "contract_fits", "horizon"],
    text: VERSION + RUNNING_SQL,
    inputs: ({ settings }) => ({ method, knownEnds, discountRate: settings.discountRate }),
    checks: {
      "no more months come than there are":
        "expected_months < 0 OR expected_months > horizon_months + 0.0000001",
      "discounting never adds": "discounted_months > expected_months + 0.0000001",
      "nobody stays longer than all": "discounted_months > staying_months + 0.0000001",
      "a share lies between 0 and 1": "survival < 0 OR survival > 1",
    },
    async write(context, table, options) {
      const { engine, settings, asOf } = context;
      const running = await readRunning(engine, "contract", knownEnds, options);
      const fits = await readContractFits(engine, "contract_fits");
      const horizons = horizonsOf(context).map(({ months }) => months);
      const longest = Math.max(...horizons);
      const ahead = survivals(fits, method, longest);
      const factors = factorsByDueDay(asOf, longest, settings.discountRate);
      await engine.replaceTable(table, EMPTY);
      for (const [done, months] of horizons.entries()) {
        await setImmediate();
        stopIfCancelled(options.signal);
        await engine.append(table, scoreColumns(running, fits, ahead, factors, months));
        options.onProgress?.((done + 1) / horizons.length);
      }
    },
  };
}

/** Shares by plan and months begun, each reckoned once. */
export function survivals(
  fits: ContractFits,
  method: ContractPredictor,
  months: number,
): (plan: string, begun: number) => Float64Array {
  const ofGroup: readonly Survival[] = fits.groups.map((group) =>
    survivalOf(group, method, months, fits.longest),
  );
  const known = new Map<string, Float64Array>();
  return (plan, begun) => {
    const place = groupOf(fits, plan);
    const key = `${place}/${begun}`;
    const shares = known.get(key) ?? (ofGroup[place] as Survival)(begun);
    known.set(key, shares);
    return shares;
  };
}

/** A plan that all have left by the time of the fits is judged as the plans without a group are. */
function groupOf({ groups, groupOfPlan }: ContractFits, plan: string): number {
  const others = groups.findIndex((group) => group.plan === null);
  return groupOfPlan[plan] ?? Math.max(0, others);
}

/** A contract with an end on record stays until then for sure, and no longer. */
function untilEnd(shares: Float64Array, monthsLeft: number): Float64Array {
  return monthsLeft < 0 ? shares : shares.map((_, i) => (i < monthsLeft ? 1 : 0));
}

/** The end of a year that renews itself is a renewal, not the end of the contract. */
function isRenewal({ groups, groupOfPlan }: ContractFits, plan: string, months: number): boolean {
  const period = groups[groupOfPlan[plan] as number]?.period;
  return period === 12 && months % 12 === 0;
}

function scoreColumns(
  running: Running,
  fits: ContractFits,
  ahead: ReturnType<typeof survivals>,
  factors: ReturnType<typeof factorsByDueDay>,
  months: number,
) {
  const { plan, due_day, months_left } = running;
  const columns = {
    expected_months: new Float64Array(plan.length),
    discounted_months: new Float64Array(plan.length),
    staying_months: new Float64Array(plan.length),
    survival: new Float64Array(plan.length),
  };
  for (const [row, name] of plan.entries()) {
    const begun = running.months[row] as number;
    const left = months_left[row] as number;
    const end = left >= 0 && isRenewal(fits, name, begun + left) ? -1 : left;
    const shares = untilEnd(ahead(name, begun), end);
    const factor = factors(due_day[row] as number);
    let [expected, discounted, staying] = [0, 0, 0];
    for (let i = 0; i < months; i++) {
      const share = shares[i] as number;
      const worth = factor[i] as number;
      expected += share;
      discounted += share * worth;
      if (end < 0 || i < end) staying += worth;
    }
    columns.expected_months[row] = expected;
    columns.discounted_months[row] = discounted;
    columns.staying_months[row] = staying;
    columns.survival[row] = shares[months - 1] as number;
  }
  return { ...running, horizon_months: new Float64Array(plan.length).fill(months), ...columns };
}
