import { readFileSync } from "node:fs";
import { EngineError } from "../engine-error.ts";

/** Where a Trino cluster is, where in it our tables lie, and who asks. */
export type TrinoOptions = {
  /** https://host:port or http://host:port of the coordinator. */
  readonly server: string;
  readonly catalog: string;
  readonly schema: string;
  readonly user: string;
  /** With HTTPS only. */
  readonly password?: string | undefined;
  /** A JSON Web Token instead of a password; with HTTPS only. */
  readonly token?: string | undefined;
  /** Certificates, as PEM, that vouch for the server besides those the system trusts. */
  readonly certificates?: string | undefined;
  /** Session properties, such as `query_max_run_time`. */
  readonly session?: Readonly<Record<string, string>> | undefined;
  /** The file in which an open transaction notes how it is undone; in memory if absent. */
  readonly undoFile?: string | undefined;
  /** Seconds to go on asking a server that does not answer; 60 if absent. */
  readonly patience?: number | undefined;
};

/** Who asks; these come from the environment only, never from a file or an address. */
export type TrinoCredentials = {
  readonly user?: string | undefined;
  readonly password?: string | undefined;
  readonly token?: string | undefined;
  /** A file with certificates as PEM. */
  readonly certificateFile?: string | undefined;
};

/** Whether an engine's address is one of a Trino cluster. */
export function isTrinoAddress(address: string): boolean {
  return /^trino(\+http)?:/.test(address);
}

/**
 * Reads `trino://host:port/catalog/schema?property=value`: over HTTPS, at port 443 if none is
 * told; `trino+http://` is without TLS. What follows the question mark are session properties.
 *
 * @throws EngineError ENGINE_ADDRESS_INVALID with `problem` in `details`
 */
export function readTrinoAddress(address: string, credentials: TrinoCredentials): TrinoOptions {
  const url = URL.parse(address);
  if (!url || !isTrinoAddress(address)) throw invalid(address, "is no address");
  if (url.username || url.password) throw invalid(address, "must not name a user or password");
  const [catalog = "", schema = "", ...rest] = url.pathname.slice(1).split("/");
  if (!url.hostname || rest.length > 0 || ![catalog, schema].every(isName)) {
    throw invalid(address, "must be trino://HOST:PORT/CATALOG/SCHEMA");
  }
  const isPlain = url.protocol === "trino+http:";
  const { user, password, token, certificateFile } = credentials;
  if (isPlain && (password || token)) throw invalid(address, "sends a secret without TLS");
  if (!user) throw invalid(address, "needs a user: set KUNDENWERT_TRINO_USER");
  return {
    server: `${isPlain ? "http" : "https"}://${url.host}`,
    catalog,
    schema,
    user,
    password,
    token,
    session: Object.fromEntries(url.searchParams),
    ...(certificateFile ? { certificates: readFileSync(certificateFile, "utf8") } : {}),
  };
}

/** They stand in our statements as they are. */
const isName = (name: string) => /^[a-z_][a-z0-9_]*$/.test(name);

function invalid(address: string, problem: string): EngineError {
  const shown = address.replace(/\/\/[^/]*@/, "//…@");
  const cause = new Error(`${shown} ${problem}`);
  return new EngineError("ENGINE_ADDRESS_INVALID", cause, "", { address: shown, problem });
}
