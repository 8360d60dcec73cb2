/** Requests of Trino's client protocol: one connection kept open, tried again as Trino asks for. */
import http from "node:http";
import https from "node:https";
import { setTimeout as wait } from "node:timers/promises";
import { EngineError, stopIfCancelled } from "../engine-error.ts";
import type { TrinoOptions } from "./trino-options.ts";

type TrinoRequest = {
  readonly method: "POST" | "GET" | "DELETE";
  readonly url: string;
  readonly body?: string;
};

export type TrinoHttp = {
  /** The reply's JSON; undefined where there is none. */
  send(request: TrinoRequest, signal?: AbortSignal): Promise<unknown>;
  close(): void;
};

type Reply = { readonly status: number; readonly retryAfter: number; readonly text: string };

const PATIENCE_SECONDS = 60;
const FIRST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 2000;
/** A reply that takes longer is lost: Trino answers within seconds, however long a query takes. */
const REPLY_MS = 120_000;
/** "If the client request returns 502, 503 or 504 it should be retried", and 429 after a pause. */
const RETRYABLE = new Set([429, 502, 503, 504]);

/**
 * @throws (from `send`) EngineError ENGINE_UNREACHABLE, ENGINE_LOGIN_REFUSED, ENGINE_CANCELLED,
 *   ENGINE_FAILED with the HTTP status in `details`
 */
export function openHttp(options: TrinoOptions): TrinoHttp {
  const isSecure = options.server.startsWith("https:");
  const ca = options.certificates ? { ca: options.certificates } : {};
  const agent = isSecure
    ? new https.Agent({ keepAlive: true, ...ca })
    : new http.Agent({ keepAlive: true });
  const headers = headersOf(options);
  const patience = (options.patience ?? PATIENCE_SECONDS) * 1000;
  const attempt = (request: TrinoRequest, signal?: AbortSignal) =>
    exchange(isSecure ? https : http, agent, headers, request, signal);
  return {
    async send(request, signal) {
      const end = Date.now() + patience;
      for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(2 * pause, LONGEST_PAUSE_MS)) {
        stopIfCancelled(signal);
        const outcome = await attempt(request, signal).catch((cause) =>
          giveUpOrGoOn(cause, request, options.server, signal, Date.now() > end),
        );
        if (outcome && !RETRYABLE.has(outcome.status)) return readReply(outcome);
        if (Date.now() > end) throw unreachable(`HTTP ${outcome?.status}`, options.server);
        const rest = outcome?.retryAfter || pause;
        await wait(rest, undefined, signal ? { signal } : {}).catch(() => undefined);
      }
    },
    close: () => agent.destroy(),
  };
}

/** What a failed attempt leads to: another one (undefined), or the error for the caller. */
function giveUpOrGoOn(
  cause: NodeJS.ErrnoException,
  request: TrinoRequest,
  server: string,
  signal: AbortSignal | undefined,
  isOver: boolean,
): undefined {
  stopIfCancelled(signal);
  // A page can be asked for again; a statement only if it surely never arrived.
  const isSafe = request.method === "GET" || cause.code === "ECONNREFUSED";
  const isPassing = /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|EAI_AGAIN)$/.test(cause.code ?? "");
  if (isOver || !isSafe || !isPassing) throw unreachable(cause, server);
  return undefined;
}

function unreachable(cause: unknown, server: string): EngineError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  const details = { server, reason };
  return new EngineError("ENGINE_UNREACHABLE", cause, "", details);
}

/**
 * What our statements need unless the address says otherwise: Trino writes a WITH out wherever it is
 * named, so some of ours become more than the 150 stages it allows, if small ones.
 */
const SESSION = { query_max_stage_count: "400" };

function headersOf(options: TrinoOptions): Record<string, string> {
  const { user, password, token, catalog, schema, session = {} } = options;
  // Trino reads it so, whatever the standard of today would have.
  const basic = Buffer.from(`${user}:${password}`, "latin1").toString("base64");
  const authorization = token ? `Bearer ${token}` : password ? `Basic ${basic}` : undefined;
  const properties = Object.entries({ ...SESSION, ...session }).map(
    ([name, value]) => `${name}=${encodeURIComponent(value)}`,
  );
  return {
    "X-Trino-User": user,
    "X-Trino-Source": "kundenwert",
    "X-Trino-Catalog": catalog,
    "X-Trino-Schema": schema,
    "X-Trino-Time-Zone": "UTC",
    // Else times come in milliseconds.
    "X-Trino-Client-Capabilities": "PARAMETRIC_DATETIME",
    "X-Trino-Session": properties.join(),
    ...(authorization ? { Authorization: authorization } : {}),
  };
}

function exchange(
  protocol: typeof http | typeof https,
  agent: http.Agent | https.Agent,
  headers: Readonly<Record<string, string>>,
  { method, url, body }: TrinoRequest,
  signal: AbortSignal | undefined,
): Promise<Reply> {
  const { promise, resolve, reject } = Promise.withResolvers<Reply>();
  const options = { method, agent, headers, timeout: REPLY_MS, ...(signal ? { signal } : {}) };
  const request = protocol.request(url, options, (response) => {
    const chunks: Buffer[] = [];
    response.on("data", (chunk: Buffer) => chunks.push(chunk));
    response.on("error", reject);
    response.on("end", () =>
      resolve({
        status: response.statusCode ?? 0,
        retryAfter: Number(response.headers["retry-after"] ?? 0) * 1000,
        text: Buffer.concat(chunks).toString("utf8"),
      }),
    );
  });
  request.on("error", reject);
  request.on("timeout", () =>
    request.destroy(Object.assign(new Error("no reply in time"), { code: "ETIMEDOUT" })),
  );
  request.end(body);
  return promise;
}

function readReply({ status, text }: Reply): unknown {
  if (status === 401 || status === 403) {
    // Behind the reason Trino may print the stack of its own code.
    const [reason = ""] = text.split("\n");
    throw new EngineError("ENGINE_LOGIN_REFUSED", new Error(reason), "", { status, reason });
  }
  if (status === 404 || status === 410) {
    const cause = new Error("the coordinator does not know the query any more");
    throw new EngineError("ENGINE_NODE_LOST", cause, "", { status });
  }
  if (status >= 300) {
    const message = `HTTP ${status}: ${text.slice(0, 500)}`;
    throw new EngineError("ENGINE_FAILED", new Error(message), "", { status });
  }
  return text === "" ? undefined : JSON.parse(text);
}
