import type { Engine } from "../../engines/engine.ts";
import type { Settings } from "../../workspace/settings.ts";
import type { TargetSetting } from "../../workspace/target-settings.ts";
import { WorkspaceError } from "../../workspace/workspace-error.ts";
import { DIMENSIONS } from "./catalogue/figure.ts";
import { findFigure } from "./catalogue/index.ts";
import type { PeriodKind } from "./period.ts";

/** What the settings say of targets. */
export type TargetPlan = Pick<Settings, "targets" | "clvCacTarget">;

/** A target beside the value it is meant for. */
export type TargetState = {
  readonly bound: "at-least" | "at-most";
  readonly target: number;
  readonly isMet: boolean;
  /** What is missing to the target; 0 or less where it is met. */
  readonly distance: number;
  /**
   * The share of the way from the last value before the target's first day; below 0 where the value
   * went the other way, null where nothing is known from before, or there was no way to go.
   */
  readonly progress: number | null;
};

type Cell = {
  readonly figure: string;
  readonly dimension: string;
  readonly member: string;
  readonly periodStart: string;
  readonly periodEnd: string;
  readonly value: number | null;
};

/**
 * The targets of values: a function that tells the state of the one that is meant for a value, or
 * null. Of several the last in the settings counts; CLV : CAC has one also where none is said.
 *
 * @throws WorkspaceError SETTINGS_INVALID for a target of no figure, without a bound or with two
 */
export async function readTargets(
  engine: Engine,
  plan: TargetPlan,
  period: PeriodKind,
): Promise<(cell: Cell) => TargetState | null> {
  const targets = requireTargets(plan);
  const own = targets.filter((each) => each.period === undefined || each.period === period);
  const before = new Map(
    await Promise.all(
      own.map(async (target) => [target, await valueBefore(engine, target, period)] as const),
    ),
  );
  return (cell) => {
    const target = own.findLast((each) => isMeant(each, cell));
    if (!target || cell.value === null) return null;
    return stateOf(target, cell.value, before.get(target) ?? null);
  };
}

function requireTargets({ targets, clvCacTarget }: TargetPlan): readonly TargetSetting[] {
  checkTargets(targets);
  return [{ figure: "clv_cac", atLeast: clvCacTarget }, ...targets];
}

/** @throws WorkspaceError SETTINGS_INVALID for a target of no figure, without a bound or with two */
export function checkTargets(targets: readonly TargetSetting[]): void {
  targets.forEach((target, at) => {
    const wrong = faultOf(target);
    if (wrong === undefined) return;
    const path = `/targets/${at}/${wrong.entry}`;
    const facts = { file: "kundenwert.yaml", path, problem: wrong.problem };
    throw new WorkspaceError("SETTINGS_INVALID", `${path} ${wrong.problem}`, facts);
  });
}

function faultOf({ figure, dimension, member, atLeast, atMost, from, until }: TargetSetting) {
  if (!findFigure(figure)) return { entry: "figure", problem: "is no key figure" };
  if (dimension !== undefined && !(DIMENSIONS as readonly string[]).includes(dimension)) {
    return { entry: "dimension", problem: "is no dimension" };
  }
  if ((dimension === undefined) !== (member === undefined)) {
    return { entry: "member", problem: "goes with a dimension, and a dimension with it" };
  }
  if ((atLeast === undefined) === (atMost === undefined)) {
    return { entry: "atLeast", problem: "or atMost must be there, and not both" };
  }
  if (from !== undefined && until !== undefined && until < from) {
    return { entry: "until", problem: "is before from" };
  }
  return undefined;
}

/** A period that only touches the time of a target is meant: most of what is aimed at takes longer. */
function isMeant(target: TargetSetting, cell: Cell): boolean {
  const { figure, dimension = "all", member, from, until } = target;
  return (
    figure === cell.figure &&
    dimension === cell.dimension &&
    (member === undefined || member === cell.member) &&
    (from === undefined || cell.periodEnd >= from) &&
    (until === undefined || cell.periodStart <= until)
  );
}

function stateOf(target: TargetSetting, value: number, before: number | null): TargetState {
  const { atLeast, atMost = 0 } = target;
  const goal = atLeast ?? atMost;
  const missing = atLeast === undefined ? value - goal : goal - value;
  const way = before === null ? 0 : goal - before;
  // Who began beyond the target has no way to go.
  const isAhead = atLeast === undefined ? way < 0 : way > 0;
  return {
    bound: atLeast === undefined ? "at-most" : "at-least",
    target: goal,
    isMet: missing <= 0,
    distance: missing,
    progress: before !== null && isAhead ? (value - before) / way : null,
  };
}

/** The value of the last complete period before a target's first day, where it may be told. */
async function valueBefore(
  engine: Engine,
  { figure, dimension = "all", member = "all", from }: TargetSetting,
  period: PeriodKind,
): Promise<number | null> {
  if (from === undefined) return null;
  const [row] = await engine.rows(
    `SELECT CASE WHEN mask.masked = 1 THEN NULL ELSE found.value END AS value
     FROM figure_value AS found
     LEFT JOIN figure_mask AS mask
       ON mask.masked = 1 AND found.figure = mask.figure AND found.dimension = mask.dimension
       AND found.member = mask.member AND found.period_kind = mask.period_kind
       AND found.period_start = mask.period_start
     WHERE found.figure = $figure AND found.dimension = $dimension AND found.member = $member
       AND found.period_kind = $period AND found.is_complete = 1
       AND found.period_end < CAST($from AS DATE)
     ORDER BY found.period_start DESC LIMIT 1`,
    { figure, dimension, member, period, from },
  );
  return (row?.value ?? null) as number | null;
}
