/** A PostgreSQL server as a process: Debian's programs, a directory of its own, a free port. */
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { chownSync, globSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir, userInfo } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";

export const OWNER = "shop_owner";
export const OWNER_PASSWORD = "owner-3f9c";
const START_MS = 60_000;

export type PostgresServer = {
  port: number;
  /** The certificate that vouches for 127.0.0.1, if the server was asked for one. */
  readonly certificate: string;
  /** Of the owner and the database shop, unless told. */
  url(login?: { user?: string; password?: string; database?: string; query?: string }): string;
  /** Statements as the owner. */
  run(sql: string): Promise<pg.QueryResult>;
  /** As after a loss of power. */
  kill(): Promise<void>;
  start(): Promise<void>;
  /** Makes the server's files, starts it and makes the database shop. */
  open(): Promise<void>;
  /** Ends the server and removes its files. */
  close(): Promise<void>;
};

/** A server that is not started yet; it ends with this process at the latest. */
export function createPostgres({ tls = false } = {}): PostgresServer {
  const directory = mkdtempSync(join(tmpdir(), "postgres-server-"));
  const programs = findPrograms();
  const user = unprivileged();
  let child: ChildProcess | undefined;
  const end = () => child?.kill("SIGQUIT");
  const server: PostgresServer = {
    port: 0,
    certificate: join(directory, "data", "server.crt"),
    url: ({ user: name = OWNER, password = OWNER_PASSWORD, database = "shop", query = "" } = {}) =>
      `postgresql://${name}${password && `:${password}`}@127.0.0.1:${server.port}/${database}${query}`,
    run: (sql) => withClient(server.url(), (client) => client.query(sql)),
    async kill() {
      const ended = child && once(child, "exit");
      end();
      await ended;
    },
    async start() {
      const given = ["fsync=off", "unix_socket_directories=", `ssl=${tls ? "on" : "off"}`];
      const options = given.flatMap((setting) => ["-c", setting]);
      const where = ["-D", join(directory, "data"), "-h", "127.0.0.1", "-p", `${server.port}`];
      child = spawn(join(programs, "postgres"), [...where, ...options], {
        stdio: ["ignore", "ignore", "pipe"],
        cwd: directory,
        ...user,
      });
      await ready(server, child);
    },
    async open() {
      process.once("exit", end);
      initialise(directory, programs, user);
      if (tls) certify(join(directory, "data"), user);
      server.port = await freePort();
      await server.start();
      await withClient(server.url({ database: "postgres" }), (client) =>
        client.query("CREATE DATABASE shop"),
      );
    },
    async close() {
      await server.kill();
      process.off("exit", end);
      rmSync(directory, { recursive: true, force: true });
    },
  };
  return server;
}

/** The newest version that Debian has installed. @throws where there is none: these tests need it */
function findPrograms(): string {
  const [newest] = globSync("/usr/lib/postgresql/*/bin/postgres")
    .map((path) => dirname(path))
    .sort((a, b) => Number(b.split("/").at(-2)) - Number(a.split("/").at(-2)));
  if (!newest)
    throw new Error("no PostgreSQL below /usr/lib/postgresql: apt-get install postgresql");
  return newest;
}

type User = { readonly uid?: number; readonly gid?: number };

/** PostgreSQL refuses to run as root. */
function unprivileged(): User {
  if (userInfo().uid !== 0) return {};
  const id = (flag: string) => Number(execFileSync("id", [flag, "postgres"], { encoding: "utf8" }));
  return { uid: id("-u"), gid: id("-g") };
}

function initialise(directory: string, programs: string, user: User): void {
  const password = join(directory, "password");
  const data = join(directory, "data");
  writeFileSync(password, OWNER_PASSWORD);
  mkdirSync(data);
  if (user.uid !== undefined && user.gid !== undefined) {
    for (const path of [directory, password, data]) chownSync(path, user.uid, user.gid);
  }
  const login = ["-U", OWNER, "-A", "scram-sha-256", `--pwfile=${password}`];
  const options = ["-D", data, ...login, "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"];
  execFileSync(join(programs, "initdb"), options, { stdio: "pipe", cwd: directory, ...user });
}

/** Debian's PostgreSQL brings openssl. */
function certify(data: string, user: User): void {
  const subject = ["-subj", "/CN=test", "-addext", "subjectAltName=IP:127.0.0.1"];
  const files = ["-keyout", join(data, "server.key"), "-out", join(data, "server.crt")];
  const kind = ["-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2"];
  execFileSync("/usr/bin/openssl", ["req", ...kind, ...files, ...subject], {
    stdio: "pipe",
    ...user,
  });
}

export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  await once(probe, "close");
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}

async function ready(server: PostgresServer, child: ChildProcess): Promise<void> {
  let log = "";
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    log = (log + text).slice(-4000);
  });
  for (const end = Date.now() + START_MS; ; await wait(50)) {
    if (child.exitCode !== null) throw new Error(`PostgreSQL did not start: ${log}`);
    try {
      return await withClient(server.url({ database: "postgres" }), async () => {});
    } catch (cause) {
      if (Date.now() > end) throw new Error(`PostgreSQL does not answer: ${log}`, { cause });
    }
  }
}

/** Works as somebody; the connection is ended afterwards. */
export async function withClient<T>(
  url: string,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => {});
  try {
    await client.connect();
    return await work(client);
  } finally {
    await client.end().catch(() => {});
  }
}
