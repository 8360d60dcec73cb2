/** A Trino cluster on this machine: a coordinator, workers, and PostgreSQL as Iceberg's catalog. */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createPostgres, freePort, OWNER, OWNER_PASSWORD } from "../postgres/process.ts";
import { certificateOf, passwordFile, prepareAuthentication } from "./credentials.ts";
import { killNode, killNodeNow, prepareNode, startNode, type TrinoNode } from "./nodes.ts";

/** Plain data, so that it can be handed to the processes that tests run in. */
export type Cluster = {
  readonly home: string;
  readonly coordinator: TrinoNode;
  readonly workers: readonly TrinoNode[];
  readonly httpsPort: number;
  /** The certificate that vouches for 127.0.0.1. */
  readonly certificate: string;
  /** The directory that Trino knows as local:/// and where its tables lie. */
  readonly lake: string;
};

export type ClusterOptions = {
  readonly workers?: number;
  readonly heapMegabytes?: number;
  /** Starts servers that compile quickly, and run slower: for tests, not for measuring. */
  readonly isBrief?: boolean;
};

const DEPLOY = new URL("../../../../deploy/trino/", import.meta.url).pathname;

/** Starts everything; `stop` ends it and removes its files. Without workers the coordinator works. */
export async function startCluster(options: ClusterOptions = {}) {
  const { workers = 2, heapMegabytes = 1536, isBrief = false } = options;
  const nodeOf = async (directory: string, name: string): Promise<TrinoNode> => {
    const port = await freePort();
    return { name, directory: join(directory, name), port, heapMegabytes, isBrief };
  };
  const home = execFileSync(join(DEPLOY, "install.sh"), { encoding: "utf8" }).trim();
  const directory = mkdtempSync(join(tmpdir(), "trino-cluster-"));
  const lake = join(directory, "lake");
  mkdirSync(lake);
  const postgres = createPostgres();
  const coordinator = await nodeOf(directory, "coordinator");
  const helpers: TrinoNode[] = [];
  for (let i = 1; i <= workers; i++) {
    helpers.push(await nodeOf(directory, `worker-${i}`));
  }
  const httpsPort = await freePort();
  const certificate = certificateOf(directory);
  const cluster: Cluster = { home, coordinator, workers: helpers, httpsPort, certificate, lake };
  const release = endWithThisProcess([...helpers, coordinator]);
  const stop = async () => {
    release();
    for (const node of [...helpers, coordinator]) await killNode(node).catch(() => {});
    await postgres.close();
    rmSync(directory, { recursive: true, force: true });
  };
  try {
    await postgres.open();
    await postgres.run(readFileSync(join(DEPLOY, "catalog-tables.sql"), "utf8"));
    prepare(cluster, directory, postgres.port);
    for (const node of [coordinator, ...helpers]) await startNode(home, node);
    return { cluster, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Nodes are nobody's children: they would go on for ever after an interrupt. */
function endWithThisProcess(nodes: readonly TrinoNode[]): () => void {
  const end = () => nodes.forEach(killNodeNow);
  const interrupt = () => process.exit(1);
  process.once("exit", end).once("SIGINT", interrupt).once("SIGTERM", interrupt);
  return () => process.off("exit", end).off("SIGINT", interrupt).off("SIGTERM", interrupt);
}

function prepare(cluster: Cluster, directory: string, postgresPort: number): void {
  const { coordinator, workers, httpsPort, lake } = cluster;
  const lakeCatalog = catalogOf(lake, postgresPort);
  const catalogs = {
    "catalog/lake.properties": lakeCatalog,
    "catalog/lake_read.properties": { ...lakeCatalog, "iceberg.security": "read_only" },
  };
  const memory = Math.floor(coordinator.heapMegabytes / 2);
  const common = {
    "discovery.uri": `http://127.0.0.1:${coordinator.port}`,
    "internal-communication.shared-secret": "of the tests",
    "query.max-memory-per-node": `${memory}MB`,
    "memory.heap-headroom-per-node": `${Math.floor(memory / 2)}MB`,
    "plugin.dir": join(cluster.home, "plugin"),
  };
  const asked = {
    ...common,
    coordinator: true,
    "node-scheduler.include-coordinator": workers.length === 0,
    // A worker that is gone is gone after half a minute; a busy machine needs some of it to answer.
    "query.remote-task.max-error-duration": "30s",
    ...prepareAuthentication(directory),
    "http-server.https.port": httpsPort,
  };
  const passwords = {
    "password-authenticator.name": "file",
    "file.password-file": passwordFile(directory),
    "file.refresh-period": "1s",
  };
  const etc = { ...catalogs, "password-authenticator.properties": passwords };
  prepareNode(coordinator, { config: asked, etc });
  for (const worker of workers) {
    prepareNode(worker, { config: { ...common, coordinator: false }, etc: catalogs });
  }
}

function catalogOf(lake: string, postgresPort: number): Record<string, string> {
  return {
    "connector.name": "iceberg",
    "iceberg.catalog.type": "jdbc",
    "iceberg.jdbc-catalog.catalog-name": "lake",
    "iceberg.jdbc-catalog.driver-class": "org.postgresql.Driver",
    "iceberg.jdbc-catalog.connection-url": `jdbc:postgresql://127.0.0.1:${postgresPort}/shop`,
    "iceberg.jdbc-catalog.connection-user": OWNER,
    "iceberg.jdbc-catalog.connection-password": OWNER_PASSWORD,
    "iceberg.jdbc-catalog.default-warehouse-dir": "local:///warehouse",
    "iceberg.file-format": "PARQUET",
    "iceberg.add-files-procedure.enabled": "true",
    "fs.native-local.enabled": "true",
    "local.location": lake,
  };
}
