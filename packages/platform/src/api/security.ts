import helmet from "@fastify/helmet";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { ApiError } from "./api-error.ts";

export type SecurityOptions = {
  /** Names the server answers to, without port; any if absent. */
  readonly allowedHosts?: readonly string[] | undefined;
};

/** Names of a server that only this machine can reach. */
export const LOOPBACK_HOSTS = ["127.0.0.1", "localhost", "[::1]"] as const;

/** Headers, and the refusal of what another site sends in the name of the person at the browser. */
export async function secure(app: FastifyInstance, options: SecurityOptions): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        // The component kit and the charts set style attributes.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", "data:", "blob:"],
        objectSrc: ["'none'"],
        baseUri: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    // The server itself speaks plain http; both belong to the proxy that adds TLS.
    strictTransportSecurity: false,
    originAgentCluster: false,
    referrerPolicy: { policy: "no-referrer" },
  });
  app.addHook("onRequest", async (request, reply) => {
    refuseForeignHosts(request, options.allowedHosts);
    refuseForeignWrites(request);
    if (request.url.startsWith("/api/")) reply.header("cache-control", "no-store");
  });
}

/** A page that rebinds its name to 127.0.0.1 still sends its own name as Host. */
function refuseForeignHosts(request: FastifyRequest, allowed?: readonly string[]): void {
  if (!allowed || allowed.includes(request.hostname)) return;
  throw new ApiError("HOST_REFUSED", `This server does not answer to "${request.hostname}"`, {
    host: request.hostname,
  });
}

function refuseForeignWrites(request: FastifyRequest): void {
  if (request.method === "GET" || request.method === "HEAD") return;
  const site = request.headers["sec-fetch-site"];
  const foreignSite = site !== undefined && site !== "same-origin" && site !== "none";
  if (foreignSite || foreignOrigin(request)) {
    throw new ApiError("CROSS_SITE_REFUSED", "Another site may not change anything here");
  }
}

/** Browsers without Sec-Fetch-Site send Origin with every write. */
function foreignOrigin(request: FastifyRequest): boolean {
  const { origin } = request.headers;
  if (origin === undefined) return false;
  return !URL.canParse(origin) || new URL(origin).host !== request.host;
}
