import { beforeAll, expect, test } from "vitest";
import { dayNumber, weekday } from "./days.ts";
import { simulateShop } from "./simulate-shop.ts";
import { type DemoRecord, type Row, type TableName, tables } from "./tables.ts";

type Shop = { [T in TableName]: Row<T>[] };

const customers = 5000;
const startDay = dayNumber("2023-11-01");
const endDay = dayNumber("2026-10-31");
const secondsADay = 86_400;
let shop: Shop;
let orders: Map<string, Row<"bestellungen">[]>;

beforeAll(() => {
  shop = collect(simulateShop({ customers }));
  orders = Map.groupBy(shop.bestellungen, ({ order_id }) => order_id);
});

function collect(records: Iterable<DemoRecord>): Shop {
  const shop = Object.fromEntries(Object.keys(tables).map((name) => [name, []])) as unknown as Shop;
  for (const { table, row } of records) (shop[table] as unknown[]).push(row);
  return shop;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

test("gives every customer, order, product, campaign and interaction named somewhere a row", () => {
  const ids = {
    customer_id: new Set(shop.kunden.map((row) => row.customer_id)),
    product_id: new Set(shop.produkte.map((row) => row.product_id)),
    campaign_id: new Set(shop.kampagnen.map((row) => row.campaign_id)),
    interaction_id: new Set(shop.kontakte.map((row) => row.interaction_id)),
    order_id: new Set(orders.keys()),
    return_of: new Set(orders.keys()),
    referred_by: new Set(shop.kunden.map((row) => row.customer_id)),
  };
  for (const [name, rows] of Object.entries(shop)) {
    for (const row of rows as Record<string, unknown>[]) {
      for (const [column, known] of Object.entries(ids)) {
        const id = row[column];
        if (id === undefined || id === "") continue;
        if (!known.has(id as string)) throw new Error(`${name}.${column} ${id} is unknown`);
      }
    }
  }
  expect(ids.customer_id.size).toBe(customers);
  expect(ids.interaction_id.size).toBe(shop.kontakte.length);
  expect(new Set(shop.feedback.map((row) => row.feedback_id)).size).toBe(shop.feedback.length);
  expect(shop.wahrheit.map((row) => row.customer_id)).toEqual([...ids.customer_id]);
});

test("adds up every line to the cent, under the tax of its country", () => {
  const rates = { DE: [0.19, 0.07], AT: [0.2, 0.1], CH: [0.081, 0.026] };
  const country = new Map(shop.kunden.map((row) => [row.customer_id, row.country]));
  const prices = new Map(shop.produkte.map((row) => [row.product_id, row]));
  for (const line of shop.bestellungen) {
    expect(line.net_amount + line.tax_amount).toBe(line.gross_amount);
    expect(line.cost).toBe(line.unit_cost * line.quantity);
    expect(Number.isInteger(line.gross_amount) && Number.isInteger(line.net_amount)).toBe(true);
    const reduced = prices.get(line.product_id)?.tax_class === "ermäßigt";
    const rate = rates[country.get(line.customer_id) as "DE"][reduced ? 1 : 0] as number;
    // Rounding the tax by half a cent moves tax and net, so net x rate by half a cent x rate more;
    // the last term is for the additions in floating point.
    const rounding = 0.5 * (1 + rate) + 1e-9;
    expect(Math.abs(line.net_amount * rate - line.tax_amount)).toBeLessThanOrEqual(rounding);
    const backwards = line.return_of !== "";
    expect(line.quantity < 0).toBe(backwards);
    expect(line.gross_amount < 0 && line.net_amount < 0).toBe(backwards);
    expect(line.category).toBe(prices.get(line.product_id)?.category);
  }
  expect(new Set(shop.kunden.map((row) => row.country))).toEqual(new Set(["DE", "AT", "CH"]));
});

test("keeps every event between registration and the end of the history", () => {
  const registered = new Map(shop.kunden.map((row) => [row.customer_id, row.registered_on]));
  const events = [
    ...shop.bestellungen.map((row) => [row.customer_id, row.ordered_at] as const),
    ...shop.kontakte.map((row) => [row.customer_id, row.at] as const),
    ...shop.feedback.map((row) => [row.customer_id, row.given_at] as const),
    ...shop.kampagnen_mitglieder
      .filter((row) => row.sent_at !== undefined)
      .map((row) => [row.customer_id, row.sent_at as number] as const),
  ];
  for (const [customer, moment] of events) {
    expect(moment).toBeGreaterThanOrEqual((registered.get(customer) as number) * secondsADay);
    expect(moment).toBeLessThan((endDay + 1) * secondsADay);
    // Berlin's clock skips 2 to 3 o'clock once a year; the shop's people sleep from 0 to 4.
    expect(Math.floor((moment % secondsADay) / 3600)).toBeGreaterThanOrEqual(4);
  }
  for (const { registered_on } of shop.kunden) {
    expect(registered_on).toBeGreaterThanOrEqual(startDay);
    expect(registered_on).toBeLessThanOrEqual(endDay);
  }
});

test("takes back 3 to 40 days later, or cancels the same day, never more than was bought", () => {
  const returned = shop.bestellungen.filter((line) => line.return_of !== "");
  const original = new Map(
    shop.bestellungen
      .filter((line) => line.return_of === "")
      .map((line) => [`${line.order_id} ${line.product_id}`, line]),
  );
  for (const [key, lines] of Map.groupBy(
    returned,
    (line) => `${line.return_of} ${line.product_id}`,
  )) {
    const bought = original.get(key) as Row<"bestellungen">;
    for (const column of [
      "quantity",
      "gross_amount",
      "net_amount",
      "tax_amount",
      "cost",
    ] as const) {
      expect(-sum(lines.map((line) => line[column]))).toBeLessThanOrEqual(bought[column]);
    }
    const [line] = lines as [Row<"bestellungen">];
    expect(line.customer_id).toBe(bought.customer_id);
    expect(line.order_id.slice(1)).toBe(line.return_of.slice(1));
    const days =
      Math.floor(line.ordered_at / secondsADay) - Math.floor(bought.ordered_at / secondsADay);
    const [earliest, latest] = line.order_id.startsWith("S-") ? [0, 0] : [3, 40];
    expect(line.ordered_at).toBeGreaterThan(bought.ordered_at);
    expect(days).toBeGreaterThanOrEqual(earliest as number);
    expect(days).toBeLessThanOrEqual(latest as number);
  }
  const cancelled = [...orders.keys()].filter((id) => id.startsWith("S-"));
  expect(cancelled.length).toBeGreaterThan(0);
  for (const id of cancelled) {
    expect(sum((orders.get(id) ?? []).map((line) => line.gross_amount))).toBe(
      -sum((orders.get(`B${id.slice(1)}`) ?? []).map((line) => line.gross_amount)),
    );
  }
});

test("names as referrer only customers who came earlier, for all of that channel and no other", () => {
  const registered = new Map(shop.kunden.map((row) => [row.customer_id, row.registered_on]));
  for (const row of shop.kunden) {
    expect(row.referred_by !== "").toBe(row.acquisition_channel === "Empfehlung");
    if (row.referred_by === "") continue;
    expect(registered.get(row.referred_by)).toBeLessThan(row.registered_on);
  }
});

test("splits acquisition cost over kosten.csv to the cent", () => {
  const spent = sum(shop.kosten.filter((row) => row.kind === "Akquise").map((row) => row.amount));
  expect(spent).toBe(sum(shop.kunden.map((row) => row.acquisition_cost)));
  const keys = shop.kosten.map((row) => `${row.month} ${row.channel}`);
  expect(new Set(keys).size).toBe(keys.length);
});

test("closes the store on Sundays", () => {
  const inStore = shop.bestellungen.filter(
    (line) => line.channel === "Filiale" && line.return_of === "",
  );
  expect(inStore.length).toBeGreaterThan(0);
  for (const { ordered_at } of inStore) {
    expect(weekday(Math.floor(ordered_at / secondsADay))).not.toBe(0);
  }
});

test("puts a city in one state, and a postcode in one city", () => {
  const states = Map.groupBy(shop.kunden, ({ city }) => city);
  for (const rows of states.values()) expect(new Set(rows.map(({ state }) => state)).size).toBe(1);
  const cities = Map.groupBy(shop.kunden, ({ postcode, country }) => `${country} ${postcode}`);
  for (const rows of cities.values()) expect(new Set(rows.map(({ city }) => city)).size).toBe(1);
  for (const { postcode, country } of shop.kunden) {
    expect(postcode).toMatch(country === "DE" ? /^\d{5}$/ : /^\d{4}$/);
  }
});

test("gives the same people whatever the consumer does, and others for another seed", () => {
  const first = (seed: number) => simulateShop({ customers: 100, seed }).next().value;
  expect(first(1)).toEqual(first(1));
  const people = (seed: number) => collect(simulateShop({ customers: 100, seed })).kunden;
  expect(people(5)).toEqual(people(5));
  expect(people(6)).not.toEqual(people(5));
});

test.each([
  { customers: 1, months: 1, endDate: "2024-02-29" },
  { customers: 3, months: 240, endDate: "2026-10-31" },
  { customers: 50, months: 2, endDate: "2026-12-31" },
])("also simulates the smallest and longest shops: %o", (options) => {
  const small = collect(simulateShop(options));
  expect(small.kunden).toHaveLength(options.customers);
  expect(small.wahrheit).toHaveLength(options.customers);
});
