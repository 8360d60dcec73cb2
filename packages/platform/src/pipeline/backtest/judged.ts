import type { Engine } from "../../engines/engine.ts";
import { everyOf, sampleEvery, type TransitionTables } from "../transition/panel-source.ts";

/**
 * Of so many customers of calibration, in the order of their numbers, every so-manieth is judged:
 * those the transition method is made on, if it competes.
 */
export async function judgedEvery(
  engine: Engine,
  transition: TransitionTables | undefined,
): Promise<number> {
  if (transition) return sampleEvery(engine, transition);
  const [row] = await engine.rows(
    "SELECT CAST(count(*) AS DOUBLE) AS customers FROM calibration_summary",
  );
  return everyOf(Number(row?.customers));
}
