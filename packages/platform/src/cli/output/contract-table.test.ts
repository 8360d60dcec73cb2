import { afterEach, beforeEach, expect, test } from "vitest";
import { addManyPhases, addPhases, simulatedPhases } from "../../../test/phase-rows.ts";
import { emptyWorkspace, type TemporaryWorkspace } from "../../../test/valued-workspace.ts";
import type { ContractReport } from "../../pipeline/contract/contract-report.ts";
import { runContractBacktest } from "../../pipeline/contract/run-contract-backtest.ts";
import { speechOf } from "../language.ts";
import { describeContracts } from "./contract-table.ts";

let temporary: TemporaryWorkspace;
beforeEach(async () => {
  temporary = await emptyWorkspace();
});
afterEach(() => temporary.remove());

const prove = async () => (await runContractBacktest(temporary.workspace)) as ContractReport;

test("shows every method, the winner first and marked, and how to read it", async () => {
  const shop = { asOf: "2026-07-01", months: 24, perMonth: 40, seed: 5 };
  await addManyPhases(temporary.workspace.engine, simulatedPhases({ alpha: 0.4, beta: 0.9 }, shop));
  const report = await prove();
  const lines = describeContracts(report, speechOf("en")).split("\n");
  const marked = lines.filter((line) => line.includes("★"));
  const name = report.method === "sbg" ? "sBG" : "BdW";
  // Once for months, once for fees.
  expect(marked).toHaveLength(2);
  for (const line of marked) expect(line).toContain(`★ ${name}`);
  for (const method of ["sBG", "BdW", "constant churn rate", "fee × mean months", "everyone stays"])
    expect(lines.filter((line) => line.includes(` ${method} `)).length).toBeGreaterThan(1);
  const first = lines.findIndex((line) => line.includes("★"));
  // Below the title of the section, the head of the table and its rule.
  expect(lines[first - 3]).toBe("months under contract:");
  expect(lines.at(-1)).toMatch(
    new RegExp(`^${name} has the lowest Poisson deviance for months: -[0-9.<]+`),
  );
  expect(lines.join("\n")).not.toMatch(/undefined|NaN/);
});

test("says in German what is left out, and that the history is too short", async () => {
  await addPhases(temporary.workspace.engine, [
    { id: "a", customer: "ann", from: "2026-01-01" },
    { id: "b", customer: "bob", from: "2026-02-01", until: "2026-01-01" },
    { id: "c", customer: "cem", from: "2026-01-01", until: "2026-03-01" },
  ]);
  const lines = describeContracts(await prove(), speechOf("de")).split("\n");
  expect(lines).toEqual([
    expect.stringMatching(/^Verträge: 1 laufen und zahlen 10,00\s€ im Monat, 1 sind beendet$/),
    "1 Phasen enden vor ihrem Beginn und bleiben außen vor",
    expect.stringContaining("Die Historie ist zu kurz"),
  ]);
});
