import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { HealthReport, Problem } from "@kundenwert/contract";
import { readHealthReport } from "../../pipeline/health/health-report.ts";
import { notMade } from "../../pipeline/not-made.ts";
import type { AppContext } from "../app-context.ts";

/** The health score: its parts, its stock, and its proof on later churn. */
export const customerHealthRoutes: FastifyPluginAsyncTypebox<AppContext> = async (
  app,
  { workspace },
) => {
  app.get(
    "/customer-health",
    {
      schema: { operationId: "getCustomerHealth", response: { 200: HealthReport, 404: Problem } },
    },
    async () => {
      const { smallestGroup } = workspace.settings;
      const report = await readHealthReport(workspace.engine, smallestGroup);
      if (!report)
        throw await notMade(workspace.engine, "No run has told the health of customers yet");
      return { ...report, smallestGroup } as HealthReport;
    },
  );
};
