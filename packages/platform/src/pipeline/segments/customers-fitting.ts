import type { Engine } from "../../engines/engine.ts";
import type { OwnRule } from "../../workspace/segment-settings.ts";
import { planFeatures } from "../features/feature-plan.ts";
import { stageCase } from "../lifecycle/stage-rules.ts";

/**
 * How many customers a rule fits at the newest month end, whatever other rules say of them; 0 where
 * there are no snapshots yet.
 *
 * @throws WorkspaceError SETTINGS_INVALID where the rule names what is no feature
 */
export async function customersFitting(engine: Engine, when: OwnRule): Promise<number> {
  const { features } = await planFeatures(engine);
  const { sql, parameters } = stageCase([{ stage: "fitting", when }], features);
  if (!(await engine.hasTable("snapshot"))) return 0;
  const [row] = await engine.rows(
    `SELECT CAST(count(*) AS DOUBLE) AS customers FROM snapshot
     WHERE period_end = (SELECT max(period_end) FROM snapshot) AND ${sql} = 'fitting'`,
    parameters,
  );
  return Number(row?.customers);
}
