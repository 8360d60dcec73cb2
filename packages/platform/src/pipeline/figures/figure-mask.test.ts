import { afterEach, expect, test } from "vitest";
import { type FigureLedger, type Figures, figuresOf } from "../../../test/figure-ledger.ts";
import { countSuppressed, readFigures } from "./read-figures.ts";

let figures: Figures;
afterEach(() => figures.close());

const asOf = "2026-06-30";

/** Customers of a country who buy for 10 € each in the given months. */
function country(name: string, customers: number, months: readonly string[]): FigureLedger {
  const ids = Array.from({ length: customers }, (_, i) => `${name}${i}`);
  return {
    customers: ids.map((customer_id) => ({ customer_id, country: name })),
    orders: months.flatMap((month) =>
      ids.map((customer) => ({ customer, at: `${month}-10`, amount: 10 })),
    ),
  };
}

async function open(...ledgers: FigureLedger[]): Promise<void> {
  figures = await figuresOf(
    {
      customers: ledgers.flatMap(({ customers = [] }) => customers),
      orders: ledgers.flatMap(({ orders = [] }) => orders),
    },
    { asOf },
  );
}

/** The members that are shown of a figure, with their values, by period. */
async function shown(figure: string, period: "month" | "quarter" | "year" | "total" = "month") {
  const query = { figure, period, dimension: "country" } as const;
  const values = await readFigures(figures.engine, query, { clvCacTarget: 3, targets: [] });
  return values.map(({ member, period: label, value }) => `${label} ${member} ${value}`);
}

test("a group of fewer than five is hidden, and the next smallest with it", async () => {
  await open(
    country("AT", 4, ["2026-06"]),
    country("CH", 7, ["2026-06"]),
    country("DE", 20, ["2026-06"]),
  );
  // AT alone would follow from the total: 310 − 70 − 200.
  expect(await shown("revenue")).toEqual(["2026-06 DE 200"]);
  expect(await shown("buyers", "total")).toEqual(["total DE 20"]);
  const query = { figure: "revenue", period: "month", dimension: "country" } as const;
  expect(await countSuppressed(figures.engine, query)).toBe(2);
  // The total stays, and is right.
  expect(await figures.value("revenue")).toBe(310);
  const all = await readFigures(
    figures.engine,
    { ...query, dimension: "all" },
    { clvCacTarget: 3, targets: [] },
  );
  expect(all.map(({ value }) => value)).toEqual([310]);
});

test("two small groups hide each other only if they are enough together", async () => {
  await open(
    country("AT", 2, ["2026-06"]),
    country("CH", 2, ["2026-06"]),
    country("DE", 20, ["2026-06"]),
    country("FR", 9, ["2026-06"]),
  );
  // Together they are four: France goes with them.
  expect(await shown("buyers")).toEqual(["2026-06 DE 20"]);
  await figures.close();
  await open(
    country("AT", 3, ["2026-06"]),
    country("CH", 2, ["2026-06"]),
    country("DE", 20, ["2026-06"]),
    country("FR", 9, ["2026-06"]),
  );
  expect(await shown("buyers")).toEqual(["2026-06 DE 20", "2026-06 FR 9"]);
});

test("a small month does not follow from its quarter", async () => {
  const at = country("AT", 8, ["2026-01", "2026-02"]);
  const few = {
    orders: ["AT0", "AT1"].map((customer) => ({ customer, at: "2026-03-05", amount: 10 })),
  };
  await open(
    { ...at, orders: [...(at.orders ?? []), ...few.orders] },
    country("CH", 9, ["2026-01", "2026-02", "2026-03"]),
    country("DE", 20, ["2026-01", "2026-02", "2026-03"]),
  );
  const months = await shown("revenue");
  // March of Austria is small; with it goes Switzerland's, and of both another month.
  const ofQuarter = (member: string) =>
    months.filter((row) => row.includes(` ${member} `) && row < "2026-04");
  expect(months.filter((row) => row.startsWith("2026-03"))).toEqual(["2026-03 DE 200"]);
  expect(ofQuarter("AT").length).toBeLessThan(2);
  expect(ofQuarter("CH").length).toBeLessThan(2);
  expect(await shown("revenue", "quarter")).toContain("2026-Q1 AT 180");
});

test("what one buyer bought on many days is one person's, and small members stay hidden", async () => {
  const lone = country("LI", 1, ["2026-06"]);
  const days = Array.from({ length: 9 }, (_, i) => `2026-06-${11 + i}`);
  await open(
    { ...lone, orders: days.map((at) => ({ customer: "LI0", at, amount: 10 })) },
    country("CH", 6, ["2026-06"]),
    country("DE", 20, ["2026-06"]),
  );
  // Nine purchases are more than five, but one person made them.
  for (const figure of ["purchases", "revenue", "average_order_value"]) {
    expect((await shown(figure)).filter((row) => row.includes("LI"))).toEqual([]);
  }
});

test("with groups of one nothing is hidden, and a cut by nothing never is", async () => {
  figures = await figuresOf(country("AT", 1, ["2026-06"]), {
    asOf,
    settings: { smallestGroup: 1 },
  });
  expect(await shown("revenue")).toEqual(["2026-06 AT 10"]);
});
