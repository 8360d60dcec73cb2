import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import {
  HorizonQuery,
  type LorenzPoint,
  Problem,
  type ValueClass,
  type ValueDecile,
  ValueDistribution,
} from "@kundenwert/contract";
import type { Engine } from "../../engines/engine.ts";
import { readSql } from "../../engines/sql-file.ts";
import type { AppContext } from "../app-context.ts";
import { message } from "../message.ts";
import { equityRow } from "../published.ts";

export const valueDistributionRoutes: FastifyPluginAsyncTypebox<AppContext> = async (
  app,
  { workspace },
) => {
  const { engine, settings } = workspace;
  app.get(
    "/value-distribution",
    {
      schema: {
        operationId: "getValueDistribution",
        querystring: HorizonQuery,
        response: { 200: ValueDistribution, 404: Problem },
      },
    },
    async ({ query }) => {
      const equity = await equityRow(engine, query.horizon);
      const horizon = Number(equity.horizon_months);
      const points = await engine.rows(readSql("read/value-lorenz"), { horizon });
      const deciles = await engine.rows(readSql("read/value-decile"), { horizon });
      const lorenz = fromOrigin(points.map((row) => message<LorenzPoint>(row)));
      return {
        currency: settings.currency,
        horizonMonths: horizon,
        asOf: String(equity.as_of),
        method: String(equity.method),
        customers: Number(equity.customers),
        gini: equity.revenue_discounted === null ? null : gini(lorenz),
        lorenz,
        classes: await classesOf(engine, horizon),
        deciles: deciles.map((row) => message<ValueDecile>(row)),
      };
    },
  );
};

/** Values are published before the insights that count them by class. */
async function classesOf(engine: Engine, horizon: number): Promise<ValueClass[]> {
  if (!(await engine.hasTable("value_histogram"))) return [];
  const rows = await engine.rows(readSql("read/value-histogram"), { horizon });
  return rows.map((row) => message<ValueClass>(row));
}

function fromOrigin(points: readonly LorenzPoint[]): LorenzPoint[] {
  const [first] = points;
  return first && first.customers > 0 ? [{ customers: 0, value: 0 }, ...points] : [...points];
}

/** Twice the area between the curve and the diagonal, by trapezoids. */
function gini(points: readonly LorenzPoint[]): number {
  const areas = points.slice(1).map((point, i) => {
    const before = points[i] as LorenzPoint;
    return ((point.customers - before.customers) * (point.value + before.value)) / 2;
  });
  return 2 * areas.reduce((sum, area) => sum + area, 0) - 1;
}
