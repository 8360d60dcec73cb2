import { type Engine, identifier, type StatementOptions } from "../../engines/engine.ts";
import { stopIfCancelled } from "../../engines/engine-error.ts";
import { readSql } from "../../engines/sql-file.ts";
import { readBody, writeBody } from "../body.ts";
import type { Step } from "../step.ts";
import { type ContractGroup, estimateGroup, type Lives } from "./contract-group.ts";

/** All that is estimated from the contracts of a table. */
export type ContractFits = {
  /** The first end on record, where contracts ran so long before it that ends must be missing. */
  readonly observedFrom: string | null;
  /** Share of pauses that are paid again afterwards. */
  readonly resumeShare: number;
  /** The most months any contract has begun. */
  readonly longest: number;
  readonly groups: readonly ContractGroup[];
  /** The place in `groups` of each plan. */
  readonly groupOfPlan: Readonly<Record<string, number>>;
};

/** Fewer contracts or losses than these say too little about a plan of its own. */
const FEWEST_CONTRACTS = 100;
const FEWEST_LOSSES = 20;
/** Closed phases that must speak for renewals once a year, and the share of them that does. */
const FEWEST_PHASES = 5;
const YEARLY_SHARE = 0.8;
/** So many losses were due before the first one on record that chance is ruled out: exp(−7). */
const MISSING_LOSSES = 7;

const SQL = {
  lives: readSql("contract/contract_cell"),
  plans: readSql("contract/contract_plan"),
};
/** Bumped when an estimate would come out otherwise on the same data. */
const VERSION = "1";

/** Estimates the churn of the contracts in `table`, by plan; its own table is one row of JSON. */
export function contractFitsStep(name: string, table: string): Step {
  return {
    name,
    reads: [table],
    text: VERSION + Object.values(SQL).join(""),
    inputs: () => ({}),
    checks: {},
    async write({ engine }, aside, options) {
      await writeBody(engine, aside, await fitAll(engine, table, options));
    },
  };
}

export function readContractFits(engine: Engine, table: string): Promise<ContractFits> {
  return readBody(engine, table);
}

type Plan = {
  readonly name: string;
  readonly period: 1 | 12;
  readonly isLarge: boolean;
};

async function fitAll(
  engine: Engine,
  table: string,
  options: StatementOptions,
): Promise<ContractFits> {
  const read = (sql: string) => sql.replaceAll(/\bFROM contract\b/g, `FROM ${identifier(table)}`);
  const found = await engine.rows(read(SQL.plans), {}, options);
  const plans = found.map(toPlan);
  const lives = (await engine.columns(read(SQL.lives), {}, options)) as Lives;
  const isCutOff = endsAreMissing(lives, plans);
  const [ends] = await engine.rows(
    read("SELECT min(ended_on) AS day FROM contract WHERE lost = 1"),
  );
  const total = (name: string) => found.reduce((sum, row) => sum + Number(row[name]), 0);
  const seen = isCutOff ? lives : { ...lives, entry: new Float64Array(lives.entry.length) };
  return {
    observedFrom: isCutOff ? String(ends?.day) : null,
    resumeShare: (total("pauses_resumed") + 1) / (total("pauses_over") + 2),
    longest: lives.months.reduce((longest, months) => Math.max(longest, months), 0),
    ...estimateGroups(seen, plans, options.signal),
  };
}

/**
 * Whether so many renewals were due before the first end on record that some ends must be missing:
 * a company that only keeps the contracts it still had at some day.
 */
function endsAreMissing({ plan, months, lost, entry, weight }: Lives, plans: readonly Plan[]) {
  const periods = new Map(plans.map(({ name, period }) => [name, period]));
  let [losses, before, after] = [0, 0, 0];
  for (const [row, name] of plan.entries()) {
    const period = periods.get(name) ?? 1;
    const isLost = lost[row] as number;
    const count = weight[row] as number;
    const made = Math.floor((entry[row] as number) / period);
    losses += count * isLost;
    before += count * made;
    after += count * (Math.floor(((months[row] as number) - 1) / period) + isLost - made);
  }
  return (losses / Math.max(after, 1)) * before > MISSING_LOSSES;
}

function toPlan(row: Readonly<Record<string, unknown>>): Plan {
  const n = (name: string) => Number(row[name]);
  const isYearly =
    n("closed_phases") >= FEWEST_PHASES && n("year_phases") >= YEARLY_SHARE * n("closed_phases");
  return {
    name: String(row.plan),
    period: isYearly ? 12 : 1,
    isLarge: n("contracts") >= FEWEST_CONTRACTS && n("lost") >= FEWEST_LOSSES,
  };
}

/** A group for each large plan; the others of a period are judged by all contracts of it. */
function estimateGroups(
  lives: Lives,
  plans: readonly Plan[],
  signal: AbortSignal | undefined,
): Pick<ContractFits, "groups" | "groupOfPlan"> {
  const rowsOf = new Map<string, number[]>(plans.map(({ name }) => [name, []]));
  for (const [row, plan] of lives.plan.entries()) rowsOf.get(plan)?.push(row);
  const groups: ContractGroup[] = [];
  const groupOfPlan: Record<string, number> = {};
  const add = (members: readonly Plan[], rows: readonly number[], plan: string | null) => {
    stopIfCancelled(signal);
    for (const { name } of members) groupOfPlan[name] = groups.length;
    const [{ period }] = members as [Plan];
    groups.push(estimateGroup(lives, rows, { plan, period }));
  };
  const rows = (members: readonly Plan[]) => members.flatMap(({ name }) => rowsOf.get(name) ?? []);
  for (const period of [1, 12] as const) {
    const all = plans.filter((plan) => plan.period === period);
    for (const plan of all.filter(({ isLarge }) => isLarge)) add([plan], rows([plan]), plan.name);
    const small = all.filter(({ isLarge }) => !isLarge);
    if (small.length > 0) add(small, rows(all), null);
  }
  return { groups, groupOfPlan };
}
