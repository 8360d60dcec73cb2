import { join } from "node:path";
import multipart from "@fastify/multipart";
import swagger from "@fastify/swagger";
import { TypeBoxValidatorCompiler } from "@fastify/type-provider-typebox";
import Fastify, { type FastifyInstance, type FastifyServerOptions } from "fastify";
import { createJobRunner, type JobRunner } from "../store/job-runner.ts";
import { openStore } from "../store/store.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { keepAnswers } from "./answer-cache.ts";
import type { AppContext } from "./app-context.ts";
import { dashboardDirectory, serveDashboard } from "./dashboard.ts";
import { openApi } from "./open-api.ts";
import { answerError, answerWithProblems, refuseUnreadable, toProblem } from "./problem.ts";
import { accountRoutes } from "./routes/accounts.ts";
import { annotationRoutes } from "./routes/annotations.ts";
import { caseRoutes } from "./routes/cases.ts";
import { cohortRoutes } from "./routes/cohorts.ts";
import { customerHealthRoutes } from "./routes/customer-health.ts";
import { customerSegmentRoutes } from "./routes/customer-segments.ts";
import { customerRoutes } from "./routes/customers.ts";
import { equityRoutes } from "./routes/equity.ts";
import { exportRoutes } from "./routes/exports.ts";
import { featureRoutes } from "./routes/features.ts";
import { feedbackRoutes } from "./routes/feedback.ts";
import { figureRoutes } from "./routes/figures.ts";
import { formulaRoutes } from "./routes/formulas.ts";
import { importRoutes } from "./routes/imports.ts";
import { jobRoutes } from "./routes/jobs.ts";
import { lifecycleRoutes } from "./routes/lifecycle.ts";
import { newCustomerRoutes } from "./routes/new-customers.ts";
import { overviewRoutes } from "./routes/overview.ts";
import { potentialRoutes } from "./routes/potential.ts";
import { reportRoutes } from "./routes/reports.ts";
import { segmentDecisionRoutes } from "./routes/segment-decisions.ts";
import { segmentRoutes } from "./routes/segments.ts";
import { settingRoutes } from "./routes/settings.ts";
import { improvementRoutes, topicRoutes } from "./routes/topics.ts";
import { transitionRoutes } from "./routes/transitions.ts";
import { valueDistributionRoutes } from "./routes/value-distribution.ts";
import { valueExplanationRoutes } from "./routes/value-explanation.ts";
import { viewRoutes } from "./routes/views.ts";
import { warningRoutes } from "./routes/warnings.ts";
import { secure } from "./security.ts";
import { dropOldUploads } from "./uploads.ts";
import { importHandler, runHandler } from "./work.ts";

export type AppOptions = {
  /** Names the server answers to, without port; any if absent. */
  readonly allowedHosts?: readonly string[] | undefined;
  /** Largest upload in bytes. */
  readonly uploadLimit?: number | undefined;
  /** Where the built dashboard lies; that of @kundenwert/web if absent. */
  readonly dashboard?: string | undefined;
  readonly logger?: FastifyServerOptions["logger"];
};

const TWO_GIGABYTES = 2 * 1024 ** 3;

/**
 * Builds the server without listening, so that tests can call `app.inject`. Closing the app stops
 * the running job and closes app.db; the workspace stays open, for it is the caller's.
 */
export async function createApp(
  workspace: Workspace,
  options: AppOptions = {},
): Promise<FastifyInstance> {
  const app = Fastify({
    logger: options.logger ?? false,
    // An open event stream would otherwise keep `close` waiting for ever.
    forceCloseConnections: true,
    bodyLimit: 1024 * 1024,
    routerOptions: { maxParamLength: 1300 },
    clientErrorHandler: refuseUnreadable,
    frameworkErrors: answerError,
  });
  // Converts text in addresses, never in bodies, where null would become an empty text.
  app.setValidatorCompiler(TypeBoxValidatorCompiler);
  const context = createContext(workspace, options.uploadLimit ?? TWO_GIGABYTES);
  app.addHook("onClose", async () => {
    await context.jobs.close();
    context.store.close();
  });
  answerWithProblems(app);
  await secure(app, options);
  await app.register(swagger, openApi);
  const limits = { files: 1, fields: 8, fileSize: context.uploadLimit };
  await app.register(multipart, { limits });
  await app.register((api) => apiRoutes(api, context), { prefix: "/api" });
  await serveDashboard(app, options.dashboard ?? dashboardDirectory());
  return app;
}

async function apiRoutes(app: FastifyInstance, context: AppContext): Promise<void> {
  app.get("/openapi.json", { schema: { hide: true } }, async () => app.swagger());
  keepAnswers(app, context.workspace.engine);
  for (const routes of ROUTES) await app.register(routes, context);
}

const ROUTES = [
  overviewRoutes,
  settingRoutes,
  annotationRoutes,
  viewRoutes,
  equityRoutes,
  valueDistributionRoutes,
  valueExplanationRoutes,
  customerRoutes,
  accountRoutes,
  featureRoutes,
  lifecycleRoutes,
  segmentRoutes,
  segmentDecisionRoutes,
  transitionRoutes,
  warningRoutes,
  feedbackRoutes,
  topicRoutes,
  improvementRoutes,
  caseRoutes,
  customerHealthRoutes,
  customerSegmentRoutes,
  potentialRoutes,
  newCustomerRoutes,
  reportRoutes,
  importRoutes,
  jobRoutes,
  exportRoutes,
  figureRoutes,
  formulaRoutes,
  cohortRoutes,
];

function createContext(workspace: Workspace, uploadLimit: number): AppContext {
  const uploadDirectory = join(workspace.directory, "uploads");
  dropOldUploads(uploadDirectory);
  const store = openStore(workspace.directory);
  const jobs: JobRunner = createJobRunner({
    table: store.jobs,
    handlers: {
      import: importHandler(workspace, { uploadDirectory, jobs: () => jobs }),
      run: runHandler(workspace),
    },
    describe: toProblem,
  });
  return { workspace, store, jobs, uploadDirectory, uploadLimit };
}
