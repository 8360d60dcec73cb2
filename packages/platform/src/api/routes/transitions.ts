import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { Problem, type TransitionCell, TransitionQuery, Transitions } from "@kundenwert/contract";
import { readTransitionCells, readTransitions } from "../../pipeline/segments/read-segments.ts";
import type { AppContext } from "../app-context.ts";
import { message } from "../message.ts";
import { requireRun } from "../published.ts";

/** How likely customers go from one segment to another, and how well that was foreseen. */
export const transitionRoutes: FastifyPluginAsyncTypebox<AppContext> = async (
  app,
  { workspace },
) => {
  const { engine, settings } = workspace;
  app.get(
    "/transitions",
    {
      schema: {
        operationId: "getTransitions",
        querystring: TransitionQuery,
        response: { 200: Transitions, 400: Problem, 404: Problem },
      },
    },
    async ({ query: { level = "macro", months = 1, periodEnd } }) => {
      await requireRun(engine);
      const report = await readTransitions(engine);
      const cells = await readTransitionCells(
        engine,
        { level, months, periodEnd },
        settings.segments,
      );
      return {
        level,
        months,
        reason: report ? report.reason : "TOO_LITTLE_HISTORY",
        learntAt: report?.learntAt ?? null,
        isKept: report?.isKept ?? false,
        cells: cells.map((row) => message<TransitionCell>(row)),
        judged: [...(report?.judged ?? [])],
        forecastFor: report?.forecastFor ?? null,
        stocks: [...(report?.stocks ?? [])],
      };
    },
  );
};
