import type { Engine, Parameters, StatementOptions } from "../engines/engine.ts";
import { readSql } from "../engines/sql-file.ts";
import type { Settings } from "../workspace/settings.ts";
import { throughPhases } from "./contract/subscription-phase.ts";
import { throughAlias } from "./identity/through-alias.ts";
import { type MoneyPlan, throughMoney } from "./money/money-plan.ts";

/** What a run decides once and every step may read. */
export type RunContext = {
  readonly engine: Engine;
  readonly settings: Settings;
  /** The last day that counts. */
  readonly asOf: Date;
  /** Whether any source names orders; else every line is an order of its own. */
  readonly hasOrderIds: boolean;
  /** Whether any line has a negative amount. */
  readonly hasReturns: boolean;
  /** Whether any customer number is read as another one. */
  readonly hasAliases?: boolean;
  /** Whether imports told of other states of contracts than before: each holds for its own days. */
  readonly replacedPhases?: boolean;
  /** Which amounts have to be converted; absent where all of them are what counts. */
  readonly money?: MoneyPlan | undefined;
};

/** What all steps tell of themselves. */
export type StepDefinition = {
  /** The table, and the file sql/<name>.sql if SQL makes it. */
  readonly name: string;
  /** The tables it is made from; a change in them, in `inputs` or in `text` makes it stale. */
  readonly reads: readonly string[];
  readonly text: string;
  inputs(context: RunContext): Parameters;
  /** Each is a condition that no row may meet. */
  readonly checks: Readonly<Record<string, string>>;
};

/**
 * One table, made from others. The runner calls `write` with the name to build under, checks what
 * came out, and only then puts it in the place of the table before.
 */
export type Step = StepDefinition & {
  write(context: RunContext, table: string, options: StatementOptions): Promise<void>;
};

export type SqlStep = {
  readonly name: string;
  readonly reads: readonly string[];
  readonly parameters?: (context: RunContext) => Parameters;
  /** Changes the text before it runs, by other names for tables or an expression of our own. */
  readonly adapt?: (sql: string, context: RunContext) => string;
  /** Whether it reads amounts of the ledger as they came, in any currency and on any basis. */
  readonly asItCame?: true;
  /** The file to read if it is not the one of the step's name. */
  readonly file?: string;
  readonly checks: Readonly<Record<string, string>>;
};

/** A step that is one SELECT in sql/<name>.sql. */
export function sqlStep(definition: SqlStep): Step {
  const { name, reads, checks, parameters = () => ({}), adapt = (sql) => sql } = definition;
  const text = readSql(definition.file ?? name);
  return {
    name,
    reads,
    text,
    checks,
    inputs: (context) => ({
      ...parameters(context),
      has_order_ids: context.hasOrderIds,
      has_returns: context.hasReturns,
      ...(context.money ? { money: context.money.fingerprint } : {}),
      ...(context.replacedPhases ? { replaced_phases: true } : {}),
    }),
    write: (context, table, options) => {
      const came = adapt(text, context);
      const select = asRead(came, context, definition.asItCame);
      return context.engine.replaceTable(table, select, parameters(context), options);
    },
  };
}

/**
 * The query as it reads the ledger: amounts converted, unless it wants them as they came, contracts
 * by the days each state held, and whoever was merged as one customer. Where there is none of it,
 * the text stays as it is.
 */
export function asRead(sql: string, context: RunContext, asItCame = false): string {
  const counted = asItCame ? sql : throughMoney(sql, context.money);
  const dated = context.replacedPhases ? throughPhases(counted) : counted;
  return context.hasAliases ? throughAlias(dated) : dated;
}
