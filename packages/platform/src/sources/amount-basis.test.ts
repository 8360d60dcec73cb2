import { appendFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { scratchWorkspace } from "../../test/scratch-workspace.ts";
import { importFile } from "./import-file.ts";
import { refreshSources } from "./refresh-sources.ts";

const scratch = scratchWorkspace();

async function bring(name: string, text: string, basis?: "net" | "gross") {
  const file = join(scratch.workspace.directory, name);
  writeFileSync(file, text);
  const report = await importFile(scratch.workspace, file, { basis });
  const [row] = await scratch.workspace.engine.rows(
    "SELECT CAST(amount AS DOUBLE) AS amount, tax_rate, country FROM orders",
  );
  return { basis: report.basis, ...row };
}

test("what is gross alone is recorded as gross, with the rate and country of its line", async () => {
  const found = await bring(
    "orders.csv",
    "order_id,customer_id,order_date,gross_amount,vat_rate,ship_country\n1,a,2026-01-05,105.5,5.5,FR\n",
  );
  expect(found).toEqual({ basis: "gross", amount: 105.5, tax_rate: 0.055, country: "FR" });
});

test("gross less its tax is net", async () => {
  const found = await bring(
    "orders.csv",
    "order_id,customer_id,order_date,gross_amount,tax_amount\n1,a,2026-01-05,119,19\n",
  );
  expect(found).toMatchObject({ basis: "net", amount: 100, tax_rate: null, country: null });
});

test("a plain amount is on the basis that the user says", async () => {
  const text = "order_id,customer_id,order_date,amount\n1,a,2026-01-05,119\n";
  expect(await bring("orders.csv", text, "gross")).toMatchObject({ basis: "gross", amount: 119 });
});

test("a rate may be written as a share, and one that is no number refuses its row", async () => {
  const head = "order_id,customer_id,order_date,amount,tax_rate\n";
  const file = join(scratch.workspace.directory, "orders.csv");
  writeFileSync(
    file,
    `${head}1,a,2026-01-05,10,0.07\n2,a,2026-01-06,10,\n3,a,2026-01-06,10,viel\n`,
  );
  const report = await importFile(scratch.workspace, file);
  expect(report.rejects).toMatchObject([{ reason: "AMOUNT_UNREADABLE", column: "tax_rate" }]);
  const rows = await scratch.workspace.engine.rows("SELECT tax_rate FROM orders ORDER BY line");
  expect(rows.map(({ tax_rate }) => tax_rate)).toEqual([0.07, null]);
});

const SHOPWARE = "order_number,order_date_time,order_customer_customer_number,amount_total";
const shopware = (extra = "", cell = "") =>
  scratch.file("bestellungen.csv", `${SHOPWARE}${extra}`, `1,2026-01-05T10:00:00Z,a,119.00${cell}`);
const recorded = async () => {
  const [row] = await scratch.workspace.engine.rows("SELECT basis, basis_assumed FROM imports");
  return row;
};

test("a system that leaves it open is taken at the workspace's word, with a warning", async () => {
  const report = await importFile(scratch.workspace, shopware());
  expect(report).toMatchObject({ basis: "net", format: { preset: "shopware-6" } });
  const details = { preset: "shopware-6", basis: "net", other: "gross" };
  expect(report.warnings).toEqual([{ code: "BASIS_ASSUMED", details }]);
  expect(await recorded()).toEqual({ basis: "net", basis_assumed: true });
});

test("a column of net amounts tells, and an order without one is refused", async () => {
  const file = shopware(",amount_net", ",100.00");
  appendFileSync(file, "2,2026-01-06T10:00:00Z,a,50.00,\n");
  const report = await importFile(scratch.workspace, file);
  expect(report).toMatchObject({ basis: "net", warnings: [], rows: { added: 1, rejected: 1 } });
  expect(report.rejects).toMatchObject([{ reason: "AMOUNT_MISSING" }]);
  expect(await recorded()).toEqual({ basis: "net", basis_assumed: false });
});

test("who is there is asked once, and who said it is not asked", async () => {
  const asked: unknown[] = [];
  const askBasis = async (of: unknown) => {
    asked.push(of);
    return "gross" as const;
  };
  const file = shopware();
  const report = await importFile(scratch.workspace, file, { askBasis });
  expect(report).toMatchObject({ basis: "gross", warnings: [] });
  expect(asked).toEqual([{ file: "bestellungen.csv", preset: "shopware-6" }]);
  const said = await importFile(scratch.workspace, file, { askBasis, basis: "net", replace: true });
  expect(said).toMatchObject({ basis: "net", warnings: [] });
  expect(asked).toHaveLength(1);
});

test("a source's basis in kundenwert.yaml is taken without a word", async () => {
  shopware();
  const sources = [{ name: "shop", files: "../bestellungen.csv", basis: "gross" as const }];
  const settings = { ...scratch.workspace.settings, sources };
  const [outcome] = await refreshSources({ ...scratch.workspace, settings });
  expect(outcome).toMatchObject({ report: { basis: "gross", warnings: [] } });
});
