import type { Engine } from "../../engines/engine.ts";
import type { SegmentWish } from "../../workspace/change-segments.ts";
import type { OwnRule, SegmentSettings } from "../../workspace/segment-settings.ts";
import { WorkspaceError } from "../../workspace/workspace-error.ts";
import { planFeatures } from "../features/feature-plan.ts";
import { stageCase } from "../lifecycle/stage-rules.ts";
import { MACROS } from "./macro.ts";

/**
 * Looks whether decisions are about segments there are: names and marks of macro segments,
 * micro-segments and own ones, pins of micro-segments, rules that ask for features. What is taken
 * back need not be there any more.
 *
 * @throws WorkspaceError SETTING_REFUSED with the first that is not
 */
export async function checkDecisions(
  engine: Engine,
  settings: SegmentSettings,
  wishes: readonly SegmentWish[],
): Promise<void> {
  const micro = await microSegments(engine);
  const own = [...settings.own, ...wishes.filter(({ kind }) => kind === "own")];
  const known = new Set<string>([...MACROS, ...micro, ...own.map(({ segment }) => segment)]);
  const names = new Map(Object.entries(settings.names));
  for (const wish of wishes) {
    const { kind, segment, to, value } = wish;
    if (value === null || value === false) continue;
    if (kind === "own") await checkRule(engine, wish);
    else if (kind === "pin") require(micro.has(segment), wish);
    else require(known.has(segment), wish);
    if (kind === "mark") {
      // Between levels nobody moves.
      const isOneLevel = to !== null && known.has(to) && micro.has(segment) === micro.has(to);
      require(isOneLevel && to !== segment, wish);
    }
    if (kind === "name") {
      const others = [...names].filter(([other]) => other !== segment);
      require(!others.some(([, name]) => alike(name, String(value))), wish);
      names.set(segment, String(value));
    }
  }
}

function alike(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}

async function microSegments(engine: Engine): Promise<Set<string>> {
  if (!(await engine.hasTable("segment_definition"))) return new Set();
  const rows = await engine.rows("SELECT DISTINCT segment FROM segment_definition");
  return new Set(rows.map(({ segment }) => String(segment)));
}

/** An own segment is called as no other one is, and asks for features there are. */
async function checkRule(engine: Engine, wish: SegmentWish): Promise<void> {
  const { segment } = wish;
  require(!(MACROS as readonly string[]).includes(segment), wish);
  const when = wish.value as OwnRule;
  try {
    stageCase([{ stage: segment, when }], (await planFeatures(engine)).features);
  } catch (cause) {
    if (cause instanceof WorkspaceError) throw refused(wish, cause);
    throw cause;
  }
}

function require(isSo: boolean, wish: SegmentWish): void {
  if (!isSo) throw refused(wish);
}

function refused({ kind, segment, to, value }: SegmentWish, cause?: Error): WorkspaceError {
  const setting = `segments.${kind} ${segment}${to === null ? "" : ` > ${to}`}`;
  const told = typeof value === "object" ? JSON.stringify(value) : value;
  const message = `${setting} may not be ${JSON.stringify(value)}`;
  return new WorkspaceError("SETTING_REFUSED", message, { setting, value: told }, { cause });
}
