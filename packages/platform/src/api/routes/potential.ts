import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { PotentialReport, Problem } from "@kundenwert/contract";
import { readPotentialGroups } from "../../pipeline/potential/read-potential.ts";
import type { AppContext } from "../app-context.ts";
import { requireRun } from "../published.ts";

/** What customers bring beside what comparable customers bring. */
export const potentialRoutes: FastifyPluginAsyncTypebox<AppContext> = async (
  app,
  { workspace: { engine, settings } },
) => {
  app.get(
    "/potential",
    { schema: { operationId: "getPotential", response: { 200: PotentialReport, 404: Problem } } },
    async () => {
      await requireRun(engine);
      const { currency, smallestGroup } = settings;
      const { groups, suppressed } = await readPotentialGroups(engine, smallestGroup);
      return { currency, smallestGroup, suppressed, groups: [...groups] };
    },
  );
};
