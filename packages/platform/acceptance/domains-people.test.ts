/** The workspace files under examples/, on the public data sets: people, and nothing that has a value. */
import { describe, expect, test } from "vitest";
import { openWorkspace } from "../src/workspace/workspace.ts";
import { example } from "./example.ts";
import { json, kundenwert } from "./kundenwert.ts";

describe("the satisfaction surveys", () => {
  const surveys = example(
    "satisfaction-surveys",
    { feedback: 1_811 + 250 },
    { NOTHING_TO_VALUE: 1, ANSWERS_OF_NOBODY: 1_811 + 250 },
  );

  test("read marks from 1 to 10 as marks from 1 to 5", async () => {
    const row = await surveys.first(
      `SELECT CAST(sum(CASE WHEN score = 5 THEN 1 END) AS DOUBLE) AS best,
         CAST(sum(CASE WHEN score = 1 THEN 1 END) AS DOUBLE) AS worst,
         min(score) AS least, max(score) AS most,
         CAST(count(customer_id) AS DOUBLE) AS known
       FROM feedback WHERE import_id = 1`,
    );
    // 542 tens and 36 ones stand in the last column of the file.
    expect(row).toEqual({ best: 542, worst: 36, least: 1, most: 5, known: 0 });
  });

  test("give CSAT and its mean without orders, and say what values need", async () => {
    await surveys.workspace.close();
    const run = kundenwert("-w", surveys.path, "run");
    expect(run.status, run.err).toBe(0);
    expect(run.err).toContain("need orders or contracts");
    type Told = { figure: string; value: number; n: number };
    const told = json<Told[]>(
      "-w",
      surveys.path,
      "figures",
      "--period",
      "total",
      "--format",
      "json",
    );
    const values = Object.fromEntries(told.map(({ figure, value, n }) => [figure, { value, n }]));
    // Marks of 8, 9 and 10 are 4.1 and more: 1,354 of them. A mark m is read as 1 + 4 (m - 1) / 9.
    expect(values.csat).toEqual({ value: 1354 / 2_061, n: 2_061 });
    expect(values.csat_score?.value).toBeCloseTo(4.02205, 4);
    expect(kundenwert("-w", surveys.path, "equity").err).toContain(
      "Values need orders or contracts",
    );
    surveys.workspace = await openWorkspace(surveys.path);
  });
});

describe("iFood", () => {
  const ifood = example(
    "ifood",
    { customers: 2_240 },
    { NOTHING_TO_VALUE: 1, BIRTH_YEAR_IMPOSSIBLE: 3 },
  );

  test("knows birth, registration, answers and complaints", async () => {
    const row = await ifood.first(
      `SELECT CAST(min(registered_on) AS VARCHAR) AS first_day,
         CAST(max(registered_on) AS VARCHAR) AS last_day, min(birth_year) AS eldest,
         (SELECT CAST(count(*) AS DOUBLE) FROM customer_attributes
           WHERE attribute = 'response' AND value = '1') AS responded
       FROM customers`,
    );
    // 14.9 % of 2,240 answered. Three say they were born before 1901.
    expect(row).toEqual({
      first_day: "2012-07-30",
      last_day: "2014-06-29",
      eldest: 1893,
      responded: 334,
    });
  });
});
