import { expect, test } from "vitest";
import { scratchWorkspace } from "../../test/scratch-workspace.ts";
import { readSql } from "../engines/sql-file.ts";
import { importFile } from "../sources/import-file.ts";
import { domainFindings } from "./doctor-domains.ts";

const scratch = scratchWorkspace();

/** Code, count and details of what is odd in the files of a scratch workspace. */
async function findings() {
  const { engine } = scratch.workspace;
  const parameters = { as_of: new Date("2026-06-30"), currency: "EUR" };
  const [contracts] = await engine.rows(readSql("doctor/contracts"), parameters);
  const [domains] = await engine.rows(readSql("doctor/domains"), parameters);
  const [basis] = await engine.rows(readSql("doctor/basis"));
  const found = domainFindings(
    { ...contracts, ...domains, ...basis },
    { currency: "EUR", basis: "net" },
  );
  return Object.fromEntries(found.map((one) => [one.code, [one.count, one.share, one.amount]]));
}

const bring = (name: string, ...lines: string[]) =>
  importFile(scratch.workspace, scratch.file(name, ...lines));

test("contracts that end before they start, overlap or have no fee are kept and counted", async () => {
  const report = await bring(
    "subscriptions.csv",
    "subscription_id,customer_id,plan,start_date,end_date,monthly_fee,currency",
    "S1,A,Basic,2026-01-01,2025-12-01,10,EUR",
    "S2,A,Basic,2026-01-01,2026-03-01,10,EUR",
    "S2,A,Pro,2026-02-01,,20,EUR",
    "S3,B,Pro,2026-01-01,9999-12-31,,USD",
  );
  expect(report).toMatchObject({ target: "subscriptions", rows: { added: 4, rejected: 0 } });
  expect(await findings()).toEqual({
    CONTRACT_ENDS_BEFORE_START: [1, 0.25, null],
    CONTRACTS_OVERLAP: [1, 0.25, null],
    CONTRACT_WITHOUT_FEE: [1, 0.25, null],
    CONTRACTS_OTHER_CURRENCY: [1, 0.25, null],
  });
});

test("use before, after and without its contract is kept and counted", async () => {
  await bring(
    "subscriptions.csv",
    "subscription_id,customer_id,start_date,end_date,monthly_fee",
    "S1,A,2026-01-10,2026-02-10,10",
    "S2,B,2026-01-10,,10",
  );
  await bring(
    "usage.csv",
    "usage_id,subscription_id,usage_date,feature_name,usage_count",
    "U1,S1,2026-01-09,search,1",
    "U2,S1,2026-01-10,search,1",
    // The end is the first day without the contract.
    "U3,S1,2026-02-09,search,1",
    "U4,S1,2026-02-10,search,1",
    "U5,S9,2026-02-10,search,1",
    "U5,S2,2026-02-10,search,1",
  );
  expect(await findings()).toEqual({
    USE_BEFORE_CONTRACT: [1, 1 / 6, null],
    USE_AFTER_CONTRACT: [1, 1 / 6, null],
    USE_WITHOUT_CONTRACT: [1, 1 / 6, null],
    IDS_TWICE: [1, null, null],
  });
});

test("scores beyond their scale are refused; answers of strangers and of nobody are kept", async () => {
  await bring("customers.csv", "customer_id,registered_on,birth_year", "A,2026-01-01,1980");
  const report = await bring(
    "feedback.csv",
    "feedback_id,customer_id,given_at,kind,score",
    "F1,A,2026-02-01,nps,11",
    "F2,A,2026-02-01,nps,10",
    "F3,A,2026-02-01,nps,-1",
    "F4,A,2026-02-01,csat,0",
    "F5,X,2026-02-01,csat,1",
    "F6,,2026-02-01,CSAT,5",
    "F7,A,2026-02-01,mood,3",
    "F8,A,2026-02-01,Zufriedenheit,viel",
  );
  expect(report.rows).toMatchObject({ added: 3, rejected: 5 });
  expect(report.rejects.map(({ reason, count, value }) => [reason, count, value])).toEqual([
    ["SCORE_OUT_OF_RANGE", 3, "11"],
    ["KIND_UNKNOWN", 1, "mood"],
    ["NUMBER_UNREADABLE", 1, "viel"],
  ]);
  expect(await findings()).toEqual({
    UNKNOWN_CUSTOMERS: [1, null, null],
    ANSWERS_OF_NOBODY: [1, 1 / 3, null],
  });
});

test("costs without a period and years of birth to come are kept and counted", async () => {
  await bring(
    "costs.csv",
    "month,channel,kind,amount,currency",
    "2026-01,SEA,Akquise,100.50,EUR",
    ",SEA,Akquise,20.25,EUR",
    "2026-02,SEA,Akquise,30,USD",
  );
  await bring(
    "kunden.csv",
    "Kundennr;Anmeldedatum;Geburtsjahr;geworben_von",
    "A;01.02.2026;2090;",
    "B;02.02.2026;1890;B",
    "C;03.08.2026;1990;A",
  );
  expect(await findings()).toEqual({
    COSTS_WITHOUT_PERIOD: [1, 1 / 3, 20.25],
    COSTS_OTHER_CURRENCY: [1, 1 / 3, null],
    BIRTH_YEAR_IMPOSSIBLE: [2, 2 / 3, null],
    REGISTERED_LATER: [1, 1 / 3, null],
    REFERRED_BY_THEMSELVES: [1, null, null],
  });
});

test("amounts of a system that does not say what they are, are told with the way out", async () => {
  await bring(
    "sales.csv",
    "item,price,order,timestamp,customer,quantity",
    "S,29.90,O,2026-03-29,C,1",
  );
  expect(await findings()).toEqual({ BASIS_ASSUMED: [1, null, null] });
});

test("contracts without a number that come again with another fee count twice, and are told", async () => {
  const header = "customer_id,start_date,monthly_fee";
  await bring("subscriptions_2026-01.csv", header, "A,2026-01-01,10", "B,2026-01-01,10");
  await bring("subscriptions_2026-02.csv", header, "A,2026-01-01,12", "B,2026-01-01,10");
  expect(await findings()).toEqual({
    CONTRACTS_AGAIN: [1, 1 / 3, null],
    CONTRACTS_OVERLAP: [1, 1 / 3, null],
  });
});
