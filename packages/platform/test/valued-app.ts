import type { FastifyInstance, InjectOptions } from "fastify";
import { afterAll, beforeAll, expect } from "vitest";
import { createApp } from "../src/api/app.ts";
import { type TemporaryWorkspace, valuedWorkspace } from "./valued-workspace.ts";

/** The API over a workspace of its own with values, for all tests of the file that calls this. */
export function valuedApp() {
  let valued: TemporaryWorkspace;
  let app: FastifyInstance;
  beforeAll(async () => {
    valued = await valuedWorkspace();
    app = await createApp(valued.workspace);
  });
  afterAll(async () => {
    await app.close();
    await valued.remove();
  });
  return {
    workspace: () => valued.workspace,
    inject: (request: string | InjectOptions) => app.inject(request),
    /** Sends a body to an address under /api; what is replied may be a refusal. */
    post: (url: string, payload: object = {}) =>
      app.inject({ method: "POST", url: `/api${url}`, payload }),
    /** What an address under /api replies, which has to be well. */
    async get<T>(url: string): Promise<T> {
      const response = await app.inject(`/api${url}`);
      expect(response.statusCode, response.body).toBe(200);
      return response.json<T>();
    },
  };
}
