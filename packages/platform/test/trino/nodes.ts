/** Trino's servers as processes: each has a directory with its configuration, log and process id. */
import { spawn } from "node:child_process";
import {
  closeSync,
  globSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";

const START_MS = 240_000;
const NEEDED_JAVA = 24;

/** One server: the coordinator, which plans and is asked, or a worker. */
export type TrinoNode = {
  readonly name: string;
  readonly directory: string;
  readonly port: number;
  readonly heapMegabytes: number;
  /** Whether it lives for minutes only: then compiling thoroughly does not pay for itself. */
  readonly isBrief: boolean;
};

/** What stands in a node's files besides what every node has. */
export type NodeFiles = {
  readonly config: Readonly<Record<string, string | number | boolean>>;
  /** Further files below etc/, such as catalogs. */
  readonly etc: Readonly<Record<string, Readonly<Record<string, string>>>>;
};

const properties = (entries: object) =>
  Object.entries(entries)
    .map(([name, value]) => `${name}=${value}\n`)
    .join("");

/** Writes what a node needs before its first start. */
export function prepareNode(node: TrinoNode, { config, etc }: NodeFiles): void {
  mkdirSync(join(node.directory, "etc/catalog"), { recursive: true });
  mkdirSync(join(node.directory, "data"), { recursive: true });
  const common = {
    "http-server.http.port": node.port,
    "node.internal-address": "127.0.0.1",
    "node.bind-ip": "127.0.0.1",
  };
  const files = { "config.properties": { ...common, ...config }, ...etc };
  for (const [file, entries] of Object.entries(files)) {
    writeFileSync(join(node.directory, "etc", file), properties(entries));
  }
}

/** Starts a node, in the foreground of nobody: it lives until `killNode`, whoever started it. */
export async function startNode(home: string, node: TrinoNode): Promise<void> {
  const log = openSync(logFile(node), "a");
  const child = spawn(findJava(), argumentsOf(home, node), {
    cwd: node.directory,
    stdio: ["ignore", log, log],
    detached: true,
  });
  closeSync(log);
  writeFileSync(pidFile(node), String(child.pid));
  child.unref();
  await isReady(node);
}

function argumentsOf(home: string, node: TrinoNode): string[] {
  const { name, directory, heapMegabytes, isBrief } = node;
  return [
    ...(isBrief ? ["-XX:TieredStopAtLevel=1"] : []),
    `-Xmx${heapMegabytes}m`,
    "-XX:+UseSerialGC",
    "-XX:+ExitOnOutOfMemoryError",
    "-XX:ReservedCodeCacheSize=256M",
    "--sun-misc-unsafe-memory-access=allow",
    "--add-modules=jdk.incubator.vector",
    "-Djdk.attach.allowAttachSelf=true",
    "-Dnode.environment=kundenwert",
    `-Dnode.id=${name}`,
    `-Dnode.data-dir=${join(directory, "data")}`,
    `-Dconfig=${join(directory, "etc/config.properties")}`,
    `-Dcatalog.config-dir=${join(directory, "etc/catalog")}`,
    "-cp",
    join(home, "lib/*"),
    "io.trino.server.TrinoServer",
  ];
}

/** Ends a node at once, as a loss of power would. One that does not run is fine, too. */
export async function killNode(node: TrinoNode): Promise<void> {
  const pid = Number(readFileSync(pidFile(node), "utf8"));
  rmSync(pidFile(node));
  try {
    process.kill(pid, "SIGKILL");
    for (;;) {
      process.kill(pid, 0);
      if (isZombie(pid)) return;
      await wait(20);
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}

/** The same without waiting, for a process that is about to end itself. */
export function killNodeNow(node: TrinoNode): void {
  try {
    process.kill(Number(readFileSync(pidFile(node), "utf8")), "SIGKILL");
  } catch {
    // It does not run.
  }
}

/** A child that has ended stays in the list of processes until its parent looks. */
function isZombie(pid: number): boolean {
  try {
    return /^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, "utf8"));
  } catch {
    return true;
  }
}

/** The memory a node holds now, in bytes. */
export function residentBytes(node: TrinoNode): number {
  const pid = readFileSync(pidFile(node), "utf8");
  const [, kilobytes] = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
  return Number(kilobytes) * 1024;
}

/** Seconds of processor time that a node has used since it started. */
export function cpuSeconds(node: TrinoNode): number {
  const pid = readFileSync(pidFile(node), "utf8");
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
    .replace(/^.*\) /, "")
    .split(" ");
  // utime and stime are the 14th and 15th field, in hundredths of a second.
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

const pidFile = ({ directory }: TrinoNode) => join(directory, "pid");
const logFile = ({ directory }: TrinoNode) => join(directory, "log");

async function isReady(node: TrinoNode): Promise<void> {
  for (const end = Date.now() + START_MS; ; await wait(250)) {
    if (await answers(node)) return;
    const log = readFileSync(logFile(node), "utf8").slice(-3000);
    if (Date.now() > end) throw new Error(`Trino's ${node.name} does not answer: ${log}`);
    const pid = Number(readFileSync(pidFile(node), "utf8"));
    if (isGone(pid)) throw new Error(`Trino's ${node.name} did not start: ${log}`);
  }
}

function isGone(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return isZombie(pid);
  } catch {
    return true;
  }
}

async function answers({ port }: TrinoNode): Promise<boolean> {
  try {
    const response = await fetch(`http://127.0.0.1:${port}/v1/info`);
    const { starting } = (await response.json()) as { starting?: boolean };
    return starting === false;
  } catch {
    return false;
  }
}

/** @throws where there is no JDK new enough: these tests need one */
function findJava(): string {
  const homes = [process.env.JAVA_HOME, ...globSync("/usr/lib/jvm/*")].filter((home) => home);
  for (const home of homes) {
    if (versionOf(home as string) >= NEEDED_JAVA) return join(home as string, "bin/java");
  }
  throw new Error(`Trino needs a JDK of ${NEEDED_JAVA} or newer: set JAVA_HOME`);
}

function versionOf(home: string): number {
  try {
    const release = readFileSync(join(home, "release"), "utf8");
    return Number(/^JAVA_VERSION="(\d+)/m.exec(release)?.[1] ?? 0);
  } catch {
    return 0;
  }
}
