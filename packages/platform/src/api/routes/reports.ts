import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { Backtest, Doctor, Problem } from "@kundenwert/contract";
import { ApiError } from "../api-error.ts";
import type { AppContext } from "../app-context.ts";
import { findReport, requireRun } from "../published.ts";

/** What a run has written down about the methods and about the data. */
export const reportRoutes: FastifyPluginAsyncTypebox<AppContext> = async (app, { workspace }) => {
  const { engine, settings } = workspace;
  const { currency } = settings;
  app.get(
    "/backtest",
    { schema: { operationId: "getBacktest", response: { 200: Backtest, 404: Problem } } },
    async () => {
      await requireRun(engine);
      const report = await findReport(engine, "backtest");
      if (!report) throw new ApiError("NO_BACKTEST_YET", "No run has compared the methods yet");
      return { ...report.body, computedAt: report.computedAt, currency } as Backtest;
    },
  );
  app.get(
    "/doctor",
    { schema: { operationId: "getDoctor", response: { 200: Doctor, 404: Problem } } },
    async () => {
      const report = await findReport(engine, "doctor");
      if (!report) throw new ApiError("NO_RUN_YET", "The data have not been looked at yet");
      const { computedAt, body } = report;
      // A report of an earlier version tells nothing of tables.
      return { tables: [], ...body, computedAt, currency } as unknown as Doctor;
    },
  );
};
