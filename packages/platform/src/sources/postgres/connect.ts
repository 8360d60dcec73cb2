/** A connection to PostgreSQL that is ended whatever happens. */
import pg from "pg";
import { stopIfCancelled } from "../source-error.ts";
import { connectError, PostgresError } from "./postgres-error.ts";

const CONNECT_MS = 15_000;
const KEEP_ALIVE_MS = 30_000;
const LOCAL = /^(localhost|127\.[\d.]+|::1|\/.*)$/;

export type Connection = {
  readonly client: pg.Client;
  /** postgresql://user@host:port/database: never a password. */
  readonly label: string;
  /** host:port/database */
  readonly place: string;
  readonly database: string;
};

/**
 * Connects, works, and ends the connection. If `signal` is aborted, the server is told to stop.
 *
 * @throws PostgresError POSTGRES_URL_INVALID, _UNREACHABLE, _TLS_FAILED, _LOGIN_FAILED …
 */
export async function withConnection<T>(
  url: string,
  signal: AbortSignal | undefined,
  work: (connection: Connection) => Promise<T>,
): Promise<T> {
  const connection = describe(clientOf(url));
  const { client, label } = connection;
  stopIfCancelled(signal, label);
  // Whoever waits for an answer learns of the loss; without a listener it would end the process.
  client.on("error", () => {});
  const stop = () => void interrupt(url, client);
  signal?.addEventListener("abort", stop, { once: true });
  try {
    await client.connect().catch((error: unknown) => {
      throw connectError(error, label, signal);
    });
    return await work(connection);
  } finally {
    signal?.removeEventListener("abort", stop);
    await client.end().catch(() => {});
  }
}

/** @throws PostgresError POSTGRES_URL_INVALID; the URL itself is told nowhere, it may hold a password */
function clientOf(url: string): pg.Client {
  if (!/^postgres(ql)?:\/\//i.test(url) || !URL.canParse(url)) throw urlInvalid("postgresql://…");
  const address = new URL(url);
  // The modes of psql, not those that pg gives the same names.
  address.searchParams.set("uselibpqcompat", "true");
  try {
    const client = createClient(address);
    const isSaid = ["sslmode", "ssl"].some((name) => address.searchParams.has(name));
    if (isSaid || client.ssl || LOCAL.test(client.host)) return client;
    address.searchParams.set("sslmode", "require");
    return createClient(address);
  } catch (cause) {
    // A file of certificates that is not there says so itself.
    if ((cause as NodeJS.ErrnoException).path) throw cause;
    throw urlInvalid((cause as Error).message);
  }
}

function createClient(address: URL): pg.Client {
  return new pg.Client({
    connectionString: address.href,
    application_name: "kundenwert",
    connectionTimeoutMillis: CONNECT_MS,
    keepAlive: true,
    keepAliveInitialDelayMillis: KEEP_ALIVE_MS,
  });
}

function urlInvalid(reason: string): PostgresError {
  const message = `the URL of the database cannot be used: ${reason}`;
  return new PostgresError("POSTGRES_URL_INVALID", message, { reason });
}

function describe(client: pg.Client): Connection {
  const { user = "", host, port, database = "" } = client;
  const place = `${host}:${port}/${database}`;
  return { client, label: `postgresql://${user}@${place}`, place, database };
}

/** On a connection of its own, as psql does on Ctrl-C; then the one at work is cut. */
async function interrupt(url: string, client: pg.Client): Promise<void> {
  const { processID } = client as { processID?: number | null };
  const other = clientOf(url);
  other.on("error", () => {});
  try {
    if (!processID) return;
    await other.connect();
    await other.query("SELECT pg_cancel_backend($1)", [processID]);
  } catch {
    // The server is gone or full: cutting the connection is all that is left.
  } finally {
    await other.end().catch(() => {});
    await client.end().catch(() => {});
  }
}
