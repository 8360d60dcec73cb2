/**
 * How long every read of the API takes while twenty people read at once, each the next page as soon
 * as the last one has come: p95 of at most 50 ms; and a page of a list by itself, sorted or searched:
 * 100 ms.
 *
 *   npm run bench -- api DIRECTORY        a workspace with values
 */
import type { CustomerPage } from "@kundenwert/contract";
import { namedWorkspace, quantile, type Served, serveWorkspace } from "./served.ts";

const USERS = 20;
const READS_EACH = 10;
const BAR = 50;
const PAGES = 20;
const PAGE_BAR = 100;

type Operation = {
  parameters?: { in: string; name: string }[];
  responses: Record<string, unknown>;
};
type Document = { paths: Record<string, { get?: Operation }> };

const server = await serveWorkspace(namedWorkspace());
let missed = 0;
try {
  const { items } = await read<CustomerPage>(server, `/api/customers?limit=${USERS * READS_EACH}`);
  const customers = items.map(({ customerId }) => encodeURIComponent(customerId));
  const [customer] = customers;
  for (const path of await addresses(server)) {
    report(`${USERS} users ${path}`, await together(server, path, customers), BAR);
  }
  for (const query of [
    "",
    "sort=historic&direction=asc",
    "sort=lastDay",
    `search=${customer?.slice(0, 4)}`,
  ]) {
    report(`pages ${query}`, await pages(server, query), PAGE_BAR);
  }
} finally {
  await server.stop();
}
console.log(missed === 0 ? "every bar is met" : `${missed} bars are missed`);
process.exitCode = missed === 0 ? 0 : 1;

/** Every read that a screen makes: no files, no streams, and nothing of jobs or single imports. */
async function addresses(served: Served): Promise<string[]> {
  const { paths } = await read<Document>(served, "/api/openapi.json");
  const wanted = Object.entries(paths).flatMap(([path, { get }]) =>
    get && !/export|rejects|events|\/jobs\/|\/accounts\/|\/cases\/|\/sheet/.test(path)
      ? [path]
      : [],
  );
  const cuts = [
    "/api/figures/values?period=quarter&last=16",
    "/api/figures/values?period=month&last=36&dimension=acquisition_channel",
    "/api/cohorts?dimension=acquisition_channel",
    "/api/segments?level=micro&last=13",
    "/api/segments/moves?grain=quarter",
    "/api/transitions?level=micro&months=3",
    "/api/customers?sort=historic",
  ];
  return [...wanted, ...cuts];
}

/**
 * The milliseconds of every read, all users at once, after one that warms up. Each read of one
 * customer is of another one: nobody has asked for it before.
 */
async function together(
  served: Served,
  path: string,
  customers: readonly string[],
): Promise<number[]> {
  const filled = (at: number) => path.replace("{id}", customers[at % customers.length] ?? "nobody");
  await read(served, filled(0));
  const each = async (_: unknown, user: number) => {
    const times: number[] = [];
    for (let at = 0; at < READS_EACH; at++) {
      times.push(await timed(() => read(served, filled(user * READS_EACH + at))));
    }
    return times;
  };
  return (await Promise.all(Array.from({ length: USERS }, each))).flat();
}

/** The milliseconds of pages of the list of customers, one after another. */
async function pages(served: Served, query: string): Promise<number[]> {
  const times: number[] = [];
  let after: string | null = "";
  while (after !== null && times.length < PAGES) {
    const path: string = `/api/customers?limit=50&${query}${after && `&after=${after}`}`;
    let page: CustomerPage | undefined;
    times.push(
      await timed(async () => {
        page = await read<CustomerPage>(served, path);
      }),
    );
    after = page?.next ? encodeURIComponent(page.next) : null;
  }
  return times;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

/** @throws Error for anything but an answer; what was never made has none, and is no fault */
async function read<T>({ url }: Served, path: string): Promise<T> {
  const response = await fetch(url + path);
  const body = (await response.json()) as T;
  if (!response.ok && response.status !== 404) throw new Error(`${path}: ${response.status}`);
  return body;
}

function report(name: string, times: readonly number[], bar: number): void {
  const [half, most] = [quantile(times, 0.5), quantile(times, 0.95)];
  const verdict = most <= bar ? "ok" : "MISSED";
  if (most > bar) missed++;
  console.log(
    `${verdict.padEnd(6)} p50 ${half.toFixed(1).padStart(7)} ms  p95 ${most.toFixed(1).padStart(7)} ms (${bar})  ${name}`,
  );
}
