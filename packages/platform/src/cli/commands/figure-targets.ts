import {
  type FigureQuery,
  type FigureValue,
  readFigures,
} from "../../pipeline/figures/read-figures.ts";
import type { Workspace } from "../../workspace/workspace.ts";
import { speechOf } from "../language.ts";
import { describeFigures } from "../output/figure-table.ts";
import { parseOneOf } from "../parse.ts";
import type { Session } from "../session.ts";

/** A table that is made of values and settings, not by one query. */
export const TARGETS = "targets";

/**
 * How far every value is from what the settings want of it: of the last full period, which the tiles
 * of the dashboard show, and of the one that runs.
 */
export async function tellTargets(
  session: Session,
  { engine, settings }: Workspace,
  query: FigureQuery,
  format: string,
): Promise<void> {
  const allowed = ["table", "json"] as const;
  const values = await readFigures(engine, { ...query, last: query.last ?? 2 }, settings);
  const told = query.last === undefined ? latestOf(values) : values;
  const wanted = told.filter(({ target }) => target);
  if (parseOneOf("--format", format, allowed) === "json") {
    return session.print(JSON.stringify(wanted, null, 2));
  }
  const speech = speechOf(session.speech.language, settings.currency);
  session.print(
    wanted.length > 0 ? describeFigures(wanted, speech) : speech.text.figures.noTargets,
  );
}

/** Without the full periods that another full one follows. */
function latestOf(values: readonly FigureValue[]): FigureValue[] {
  const key = ({ figure, member }: FigureValue) => `${figure} ${member}`;
  const full = values.filter(({ isComplete }) => isComplete);
  const last = new Map(full.map((value) => [key(value), value]));
  return values.filter((value) => !value.isComplete || last.get(key(value)) === value);
}
