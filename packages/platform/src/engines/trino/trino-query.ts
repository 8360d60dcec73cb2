/** One statement by Trino's client protocol: sent once, its pages fetched until there are no more. */
import type { StatementOptions } from "../engine.ts";
import { EngineError } from "../engine-error.ts";
import { type TrinoFailure, toTrinoError } from "./trino-error.ts";
import type { TrinoHttp } from "./trino-http.ts";

export type TrinoColumn = { readonly name: string; readonly type: string };

/** What a query has to tell between two requests. */
export type TrinoPage = {
  readonly id: string;
  readonly infoUri?: string;
  readonly nextUri?: string;
  readonly columns?: readonly TrinoColumn[];
  readonly data?: readonly (readonly unknown[])[];
  readonly updateCount?: number;
  readonly stats?: { readonly progressPercentage?: number };
  readonly error?: TrinoFailure;
};

/**
 * Yields every page as it comes, with or without rows. A consumer that stops early, or a signal,
 * ends the query in the cluster.
 *
 * @param sql as its author knows it; `text` is the same as Trino reads it
 * @see https://trino.io/docs/current/develop/client-protocol.html
 * @throws EngineError
 */
export async function* runQuery(
  { server, http }: { readonly server: string; readonly http: TrinoHttp },
  { sql, text }: { readonly sql: string; readonly text: string },
  { signal, onProgress }: StatementOptions,
): AsyncGenerator<TrinoPage> {
  const request = async (method: "POST" | "GET", url: string, body?: string) =>
    (await http.send({ method, url, ...(body ? { body } : {}) }, signal)) as TrinoPage;
  let page: TrinoPage | undefined;
  try {
    page = await request("POST", `${server}/v1/statement`, text);
    for (;;) {
      if (page.error) throw toTrinoError(page.error, sql, page);
      const share = page.stats?.progressPercentage;
      if (onProgress && share !== undefined) onProgress(share / 100);
      yield page;
      if (!page.nextUri) return;
      page = await request("GET", page.nextUri);
    }
  } catch (cause) {
    throw cause instanceof EngineError && cause.sql === "" ? withQuery(cause, sql, page) : cause;
  } finally {
    // Whoever leaves early leaves no query behind; that it has ended already is no fault.
    const url = page?.nextUri;
    if (url) await http.send({ method: "DELETE", url }).catch(() => undefined);
  }
}

/** The error of a request, told as one of its statement. */
function withQuery(error: EngineError, sql: string, page: TrinoPage | undefined): EngineError {
  const known = page ? { queryId: page.id, infoUri: page.infoUri } : {};
  return new EngineError(error.code, error.cause ?? error, sql, { ...error.details, ...known });
}
