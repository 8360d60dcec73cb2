import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import {
  Problem,
  type SegmentDefinition,
  type SegmentMove,
  SegmentMoveQuery,
  SegmentMoves,
  type SegmentPeriod,
  SegmentQuery,
  Segments,
} from "@kundenwert/contract";
import {
  readSegmentDefinitions,
  readSegmentMoves,
  readSegmentPeriods,
  readStability,
} from "../../pipeline/segments/read-segments.ts";
import { isTold, type SegmentView } from "../../pipeline/segments/segment-queries.ts";
import { ApiError } from "../api-error.ts";
import type { AppContext } from "../app-context.ts";
import { message } from "../message.ts";
import { requireRun } from "../published.ts";

const PERIODS = 12;

/** Segments by period, and who moved between them. */
export const segmentRoutes: FastifyPluginAsyncTypebox<AppContext> = async (app, { workspace }) => {
  const { engine, settings } = workspace;
  const { currency } = settings;
  app.get(
    "/segments",
    {
      schema: {
        operationId: "getSegments",
        querystring: SegmentQuery,
        response: { 200: Segments, 400: Problem, 404: Problem },
      },
    },
    async ({ query: { level = "macro", grain = "month", last = PERIODS } }) => {
      requireTold({ level, grain });
      await requireRun(engine);
      const periods = await readSegmentPeriods(engine, { level, grain }, last);
      const definitions = level === "micro" ? await readSegmentDefinitions(engine) : [];
      return {
        currency,
        level,
        grain,
        periods: periods.map((row) => message<SegmentPeriod>(row)),
        definitions: definitions.map((row) => ({
          ...message<SegmentDefinition>(row),
          name: settings.segments.names[String(row.segment)] ?? null,
        })),
        stability: (level === "micro" ? await readStability(engine) : undefined) ?? null,
      };
    },
  );
  app.get(
    "/segments/moves",
    {
      schema: {
        operationId: "getSegmentMoves",
        querystring: SegmentMoveQuery,
        response: { 200: SegmentMoves, 400: Problem, 404: Problem },
      },
    },
    async ({ query: { level = "macro", grain = "month", periodEnd } }) => {
      requireTold({ level, grain });
      await requireRun(engine);
      const moves = await readSegmentMoves(engine, { level, grain }, periodEnd, settings.segments);
      return { currency, level, grain, moves: moves.map((row) => message<SegmentMove>(row)) };
    },
  );
};

/** @throws ApiError REQUEST_INVALID */
export function requireTold(view: SegmentView): void {
  if (isTold(view)) return;
  throw new ApiError("REQUEST_INVALID", "Weeks are told of macro segments only");
}
