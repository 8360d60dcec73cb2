/** A PostgreSQL server for the tests of one file. */
import { afterAll, beforeAll } from "vitest";
import { createPostgres, type PostgresServer } from "./process.ts";

export { OWNER, OWNER_PASSWORD, type PostgresServer, withClient } from "./process.ts";

/** Starts before the tests of a file and is gone after them, whatever they did. */
export function postgresServer(options: { readonly tls?: boolean } = {}): PostgresServer {
  const server = createPostgres(options);
  beforeAll(() => server.open());
  afterAll(() => server.close());
  return server;
}
