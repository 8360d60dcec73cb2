import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { FeatureReport, Problem } from "@kundenwert/contract";
import { readFeatureReport } from "../../pipeline/features/feature-report.ts";
import { notMade } from "../../pipeline/not-made.ts";
import type { AppContext } from "../app-context.ts";

/** What is known of customers, and what each piece of it adds. */
export const featureRoutes: FastifyPluginAsyncTypebox<AppContext> = async (app, { workspace }) => {
  app.get(
    "/features",
    { schema: { operationId: "getFeatures", response: { 200: FeatureReport, 404: Problem } } },
    async () => {
      const report = await readFeatureReport(workspace.engine);
      if (!report)
        throw await notMade(workspace.engine, "No snapshot has been taken yet: start a run");
      return report as FeatureReport;
    },
  );
};
