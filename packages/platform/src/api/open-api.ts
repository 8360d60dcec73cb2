import type { FastifyDynamicSwaggerOptions } from "@fastify/swagger";
import { VERSION } from "./version.ts";

/** Head of the OpenAPI document; the routes' schemas write the rest. */
export const openApi: FastifyDynamicSwaggerOptions = {
  openapi: {
    openapi: "3.1.0",
    info: {
      title: "Kundenwert",
      version: VERSION,
      description:
        "What each customer is worth. Money is in the workspace's currency, days are ISO days of " +
        "its time zone, moments are UTC. Errors are Problem bodies with a stable code.",
      license: { name: "Apache-2.0" },
    },
    servers: [{ url: "/" }],
  },
};
