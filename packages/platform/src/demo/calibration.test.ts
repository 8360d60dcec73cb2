import { beforeAll, expect, test } from "vitest";
import { monthStart, weekday } from "./days.ts";
import { simulateShop } from "./simulate-shop.ts";
import type { Row } from "./tables.ts";

// The ranges the demo shop promises (docs/demo-data.md). They are ranges, not tolerances: the
// run is seeded, and other seeds of this size stay within them too.
const customers = 5000;
const people: Row<"kunden">[] = [];
const lines: Row<"bestellungen">[] = [];
const answers: Row<"feedback">[] = [];
const interactions: Row<"kontakte">[] = [];
const truths: Row<"wahrheit">[] = [];
/** Lines that were not cancelled, and orders by customer. */
let kept: Row<"bestellungen">[];
let purchases: Map<string, number>;

beforeAll(() => {
  for (const { table, row } of simulateShop({ customers, seed: 3 })) {
    if (table === "kunden") people.push(row);
    if (table === "bestellungen") lines.push(row);
    if (table === "feedback") answers.push(row);
    if (table === "kontakte") interactions.push(row);
    if (table === "wahrheit") truths.push(row);
  }
  const cancelled = new Set(
    lines.filter((line) => line.order_id.startsWith("S-")).map((line) => line.return_of),
  );
  kept = lines.filter((line) => !cancelled.has(line.order_id) && !line.order_id.startsWith("S-"));
  purchases = new Map();
  for (const { customer_id, line_no, return_of } of kept) {
    if (line_no !== 1 || return_of !== "") continue;
    purchases.set(customer_id, (purchases.get(customer_id) ?? 0) + 1);
  }
});

function sum(values: Iterable<number>): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}

function expectBetween(value: number, low: number, high: number): void {
  expect(value).toBeGreaterThanOrEqual(low);
  expect(value).toBeLessThanOrEqual(high);
}

const bought = () => kept.filter((line) => line.return_of === "");
const returned = () => kept.filter((line) => line.return_of !== "");
const net = (rows: readonly Row<"bestellungen">[]) => sum(rows.map((line) => line.net_amount));

test("writes 3.0 to 4.5 order lines a customer, with orders of 60 to 90 euros net", () => {
  expectBetween(lines.length / customers, 3, 4.5);
  expectBetween(net(bought()) / sum(purchases.values()) / 100, 60, 90);
});

test("leaves 30 to 45 % of revenue as contribution margin", () => {
  const revenue = net(kept);
  expectBetween((revenue - sum(kept.map((line) => line.cost))) / revenue, 0.3, 0.45);
});

test("has 60 to 70 % one-time buyers", () => {
  const once = [...purchases.values()].filter((count) => count === 1).length;
  expectBetween(once / purchases.size, 0.6, 0.7);
});

test("earns 40 to 55 % of revenue with the top tenth of its customers", () => {
  const revenues = [...Map.groupBy(kept, (line) => line.customer_id).values()]
    .map(net)
    .sort((a, b) => b - a);
  const top = revenues.slice(0, Math.round(revenues.length / 10));
  expectBetween(sum(top) / sum(revenues), 0.4, 0.55);
});

test("takes back 8 to 15 % by value: a third of fashion, 3 to 12 % of anything else", () => {
  expectBetween(-net(returned()) / net(bought()), 0.08, 0.15);
  const returns = Map.groupBy(returned(), (line) => line.category);
  for (const [category, rows] of Map.groupBy(bought(), (line) => line.category)) {
    const share = (returns.get(category) ?? []).length / rows.length;
    const isFashion = category === "Mode" || category === "Schuhe";
    // Four standard errors of a share of that many lines go on both sides.
    const error = 4 * Math.sqrt((share * (1 - share)) / rows.length);
    expectBetween(share, (isFashion ? 0.3 : 0.03) - error, (isFashion ? 0.4 : 0.12) + error);
  }
});

test("hears a Net Promoter Score of 25 to 45", () => {
  const scores = answers.filter(({ kind }) => kind === "nps").map(({ score }) => score);
  const promoters = scores.filter((score) => score >= 9).length;
  const detractors = scores.filter((score) => score <= 6).length;
  expectBetween((100 * (promoters - detractors)) / scores.length, 25, 45);
});

test("pays 8 to 45 euros for a customer, least where they come by themselves", () => {
  const costs = [...Map.groupBy(people, ({ acquisition_channel }) => acquisition_channel)].map(
    ([channel, rows]) => ({
      channel,
      cost: sum(rows.map((row) => row.acquisition_cost)) / rows.length / 100,
    }),
  );
  expect(costs).toHaveLength(6);
  for (const { cost } of costs) expectBetween(cost, 8, 45);
  costs.sort((a, b) => a.cost - b.cost);
  expect(costs[0]?.channel).toBe("organisch");
  expect(costs.at(-1)?.channel).toBe("Messe");
});

test("wins customers in every month, more each year", () => {
  const months = Map.groupBy(people, ({ registered_on }) => monthStart(registered_on));
  expect(months.size).toBe(36);
  const byYear = [0, 1, 2].map((year) =>
    sum([...months.values()].slice(12 * year, 12 * year + 12).map((rows) => rows.length)),
  );
  expect(byYear[1]).toBeGreaterThan((byYear[0] as number) * 1.1);
  expect(byYear[2]).toBeGreaterThan((byYear[1] as number) * 1.1);
});

test("sells most before Christmas, less in summer and least on Saturdays", () => {
  const days = bought()
    .filter(({ line_no }) => line_no === 1)
    .map(({ ordered_at }) => Math.floor(ordered_at / 86_400));
  const inMonth = (month: string) =>
    days.filter((day) => new Date(day * 86_400_000).toISOString().startsWith(month)).length;
  // Orders grow from month to month, so the peak is compared with the month after it.
  expect(inMonth("2025-12")).toBeGreaterThan(inMonth("2026-01") * 1.2);
  expect(inMonth("2026-07")).toBeLessThan(inMonth("2026-06"));
  const byWeekday = [0, 1, 2, 3, 4, 5, 6].map(
    (number) => days.filter((day) => weekday(day) === number).length,
  );
  expect(Math.min(...byWeekday)).toBe(byWeekday[6]);
});

test("loses unhappy customers sooner, and lost customers fall silent before they are missed", () => {
  const lostOn = new Map(truths.map((row) => [row.customer_id, row.dropout_date]));
  const lostSoon = (low: number, high: number) => {
    const asked = answers.filter(
      ({ kind, score }) => kind === "nps" && score >= low && score <= high,
    );
    const lost = asked.filter(({ customer_id, given_at }) => {
      const day = lostOn.get(customer_id);
      return day !== undefined && day < given_at / 86_400 + 90;
    });
    return { share: lost.length / asked.length, n: asked.length };
  };
  const detractors = lostSoon(0, 6);
  const promoters = lostSoon(9, 10);
  const error = Math.sqrt(
    (detractors.share * (1 - detractors.share)) / detractors.n +
      (promoters.share * (1 - promoters.share)) / promoters.n,
  );
  expect(detractors.share - promoters.share).toBeGreaterThan(3 * error);

  const visits = interactions.filter(({ outcome }) => outcome === "ohne Bestellung");
  const afterwards = visits.filter(({ customer_id, at }) => {
    const day = lostOn.get(customer_id);
    return day !== undefined && at / 86_400 > day;
  });
  const lost = new Set(truths.filter((row) => row.dropout_date).map((row) => row.customer_id));
  expect(lost.size / customers).toBeGreaterThan(0.4);
  expect(afterwards.length / visits.length).toBeLessThan(0.15);
});

test("answers calls at once and mails the same day, and settles what has a solution", () => {
  const tickets = interactions.filter(({ outcome }) =>
    ["gelöst", "Kulanz", "ungelöst"].includes(outcome),
  );
  const mean = (desk: string) => {
    const waits = tickets.flatMap(({ channel, first_response_minutes: wait }) =>
      channel === desk && wait !== undefined ? [wait] : [],
    );
    return sum(waits) / waits.length;
  };
  expectBetween(mean("Telefon"), 1.5, 2.5);
  expectBetween(mean("E-Mail"), 360, 480);
  const settled = tickets.filter(({ resolved_at }) => resolved_at !== undefined);
  expect(settled.filter(({ at, resolved_at = 0 }) => resolved_at < at)).toEqual([]);
  expect(settled.filter(({ outcome }) => outcome === "ungelöst")).toEqual([]);
  expectBetween(settled.length / tickets.length, 0.8, 0.9);
  const others = interactions.filter((one) => !tickets.includes(one));
  expect(others.filter(({ first_response_minutes: wait }) => wait !== undefined)).toEqual([]);
});
