import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance } from "fastify";
import { ApiError } from "./api-error.ts";

/** Where the built dashboard lies. */
export function dashboardDirectory(): string {
  const manifest = fileURLToPath(import.meta.resolve("@kundenwert/web/package.json"));
  return join(dirname(manifest), "dist");
}

/**
 * Serves the dashboard's files. Any other path outside /api is a page of the dashboard, which reads
 * the address itself; so a link to it can be opened, and reloaded.
 */
export async function serveDashboard(app: FastifyInstance, directory: string): Promise<void> {
  const built = existsSync(join(directory, "index.html"));
  if (built) {
    await app.register(fastifyStatic, {
      root: directory,
      index: false,
      wildcard: false,
      // The build lays a .br and a .gz beside every text.
      preCompressed: true,
      // Every file under assets/ has a digest of its content in its name.
      setHeaders: (reply, path) => {
        const forever = path.includes(`${directory}/assets/`);
        reply.header("cache-control", forever ? "public, max-age=31536000, immutable" : "no-cache");
      },
    });
  }
  app.setNotFoundHandler((request, reply) => {
    const page = request.method === "GET" && !request.url.startsWith("/api");
    // A page below another is called after a customer or a segment, which may have a dot.
    const file = /^\/(assets\/.*|[^/]*\.\w+)$/.test(request.url.split("?")[0] ?? "");
    if (!built || !page || file) {
      throw new ApiError("ROUTE_UNKNOWN", `There is nothing at ${request.method} ${request.url}`);
    }
    return reply.header("cache-control", "no-cache").sendFile("index.html");
  });
}
