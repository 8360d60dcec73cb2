import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import {
  type ClvDriver,
  ClvDrivers,
  type CohortMonth,
  CohortQuery,
  Cohorts,
  Concentration,
  type ConcentrationPoint,
  DriverQuery,
  type GroupComparison,
  GroupComparisons,
  Problem,
} from "@kundenwert/contract";
import type { Parameters } from "../../engines/engine.ts";
import { readSql } from "../../engines/sql-file.ts";
import { requireFigures } from "../../pipeline/figures/read-figures.ts";
import type { AppContext } from "../app-context.ts";
import { message } from "../message.ts";

/** Cohorts, and the tables that explain value: drivers, comparisons, concentration. */
export const cohortRoutes: FastifyPluginAsyncTypebox<AppContext> = async (app, { workspace }) => {
  const { settings } = workspace;
  const { currency } = settings;
  const { read, readGroups } = readersOf(workspace);
  app.get(
    "/cohorts",
    {
      schema: {
        operationId: "getCohorts",
        description: "Customers by the month they came: who stays, and what they bring.",
        querystring: CohortQuery,
        response: { 200: Cohorts, 404: Problem },
      },
    },
    async ({ query: { kind = "purchases", dimension = "all", member = "all" } }) => {
      const wanted = { cohort_kind: kind, dimension, member };
      return { currency, ...(await readGroups<CohortMonth>("cohorts", wanted)) };
    },
  );
  app.get(
    "/clv-drivers",
    {
      schema: {
        operationId: "getClvDrivers",
        description: "CLV = order value × frequency × margin × lifetime, and +1 % of each.",
        querystring: DriverQuery,
        response: { 200: ClvDrivers, 404: Problem },
      },
    },
    async ({ query: { dimension = "all" } }) => ({
      currency,
      ...(await readGroups<ClvDriver>("clv-drivers", { dimension })),
    }),
  );
  app.get(
    "/group-comparisons",
    {
      schema: {
        operationId: "getGroupComparisons",
        description: "Whether promoters, and referred customers, are really worth more.",
        response: { 200: GroupComparisons, 404: Problem },
      },
    },
    async () => ({
      currency,
      horizonMonths: Math.max(...settings.horizons),
      ...(await readGroups<GroupComparison>("group-comparisons")),
    }),
  );
  app.get(
    "/revenue-concentration",
    {
      schema: {
        operationId: "getRevenueConcentration",
        description: "The Lorenz curve of each year's revenue, with its Gini.",
        response: { 200: Concentration, 404: Problem },
      },
    },
    async () => ({ items: await read<ConcentrationPoint>("revenue-concentration") }),
  );
};

function readersOf({ engine, settings }: AppContext["workspace"]) {
  const { smallestGroup } = settings;
  async function read<T>(file: string, parameters: Parameters = {}): Promise<T[]> {
    await requireFigures(engine);
    const rows = await engine.rows(readSql(`read/${file}`), parameters);
    return rows.map((row) => message<T>(row));
  }
  /** What may be shown of a table by group, and how many of its rows may not. */
  async function readGroups<T>(file: string, parameters: Parameters = {}) {
    const wanted = { ...parameters, smallest_group: smallestGroup };
    const items = await read<T>(file, { ...wanted, suppressed: 0 });
    const hidden = await read(file, { ...wanted, suppressed: 1 });
    return { smallestGroup, suppressed: hidden.length, items };
  }
  return { read, readGroups };
}
