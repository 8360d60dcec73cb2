import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { Job, JobList, JobParams, Problem, RunRequest } from "@kundenwert/contract";
import type { AppContext } from "../app-context.ts";
import { sendEvents } from "../job-events.ts";

/** Work that takes longer than a request: start it, watch it, stop it. */
export const jobRoutes: FastifyPluginAsyncTypebox<AppContext> = async (app, { store, jobs }) => {
  app.post(
    "/runs",
    {
      schema: { operationId: "startRun", body: RunRequest, response: { 202: Job, 400: Problem } },
    },
    async ({ body }, reply) => reply.code(202).send(jobs.start("run", body)),
  );
  app.get(
    "/jobs",
    { schema: { operationId: "listJobs", response: { 200: JobList } } },
    async () => ({ items: store.jobs.list(50) }),
  );
  app.get(
    "/jobs/:id",
    {
      schema: { operationId: "getJob", params: JobParams, response: { 200: Job, 404: Problem } },
    },
    async ({ params: { id } }) => store.jobs.get(id),
  );
  app.post(
    "/jobs/:id/cancel",
    {
      schema: {
        operationId: "cancelJob",
        params: JobParams,
        response: { 200: Job, 404: Problem, 409: Problem },
      },
    },
    async ({ params: { id } }) => jobs.cancel(id),
  );
  app.get(
    "/jobs/:id/events",
    {
      schema: {
        operationId: "watchJob",
        description:
          "Server-sent events; each carries the whole Job, and its id is the job's revision. A " +
          "reader who comes back with Last-Event-ID gets the latest state at once if it is newer.",
        params: JobParams,
        response: { 404: Problem },
        produces: ["text/event-stream"],
      },
    },
    async (request, reply) => {
      const job = store.jobs.get(request.params.id);
      const seen = Number(request.headers["last-event-id"] ?? 0);
      sendEvents(reply, job, { seen, jobs });
      return reply;
    },
  );
};
