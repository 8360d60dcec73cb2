import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { scratchWorkspace } from "../../../test/scratch-workspace.ts";
import { importFile } from "../../sources/import-file.ts";
import { readSettings } from "../../workspace/settings.ts";
import { run } from "../run.ts";

const scratch = scratchWorkspace();

/** 80 customers from January 2020 to December 2021, every order worth 100 net in euros. */
function orders(): string[] {
  const lines: string[] = [];
  for (let customer = 0; customer < 80; customer++) {
    for (let order = 0; order <= customer % 6; order++) {
      const month = (customer * 7 + order * 4) % 24;
      const [year, of] = [2020 + Math.floor(month / 12), (month % 12) + 1];
      const day = `${year}-${String(of).padStart(2, "0")}-${String(1 + (customer % 28)).padStart(2, "0")}`;
      const rate = day >= "2020-07-01" && day <= "2020-12-31" ? 1.16 : 1.19;
      // A dollar is 0.8 euros on every day.
      const [amount, currency] = customer % 3 === 0 ? [125, "USD"] : [100, "EUR"];
      lines.push(
        `o${customer}-${order},c${customer},${day},${(amount * rate).toFixed(2)},${currency}`,
      );
    }
  }
  return lines;
}

function rates(): string[] {
  const days = Array.from({ length: 740 }, (_, i) => new Date(Date.UTC(2019, 11, 30 + i)));
  return days.map((day) => `${day.toISOString().slice(0, 10)},USD,1.25`);
}

test("a run over gross sales in two currencies counts every order at its net value in euros", async () => {
  const { workspace: opened } = scratch;
  const { directory, engine } = opened;
  writeFileSync(join(directory, "kundenwert.yaml"), "country: DE\n");
  const workspace = { ...opened, settings: readSettings(directory) };
  const lines = orders();
  const bring = (name: string, ...rows: string[]) =>
    importFile(workspace, scratch.file(name, ...rows));
  await bring("exchange_rates.csv", "date,currency,rate", ...rates());
  const imported = await bring(
    "orders.csv",
    "order_id,customer_id,order_date,gross_amount,currency",
    ...lines,
  );
  expect(imported).toMatchObject({ basis: "gross", rows: { added: lines.length, rejected: 0 } });
  const report = await run(workspace);
  expect(report.asOf.slice(0, 4)).toBe("2021");
  const one = async (sql: string) => (await engine.rows(sql))[0];
  // Gross amounts in cents leave less than half a cent of each order.
  expect(
    await one(
      "SELECT count(*) AS n, round(sum(revenue_historic)) AS revenue FROM customer_value WHERE horizon_months = 12",
    ),
  ).toEqual({
    n: 80,
    revenue: 100 * lines.length,
  });
  const total = "period_kind = 'total' AND dimension = 'all'";
  expect(
    await one(
      `SELECT round(value) AS value FROM figure_value WHERE figure = 'revenue' AND ${total}`,
    ),
  ).toEqual({ value: 100 * lines.length });
  expect(
    await one(
      "SELECT round(sum(revenue_12m + 0)) AS revenue FROM snapshot WHERE period_end = DATE '2020-12-31'",
    ),
  ).toEqual({
    revenue: 100 * lines.filter((line) => line.includes(",2020-")).length,
  });
  const again = await run(workspace);
  expect(again.steps.filter(({ state }) => state === "done").map(({ name }) => name)).toEqual([]);
});
