import { expect, test } from "vitest";
import { driversOf } from "./driver-words.ts";

const words = (term: string, shown: number, kind = "undesired") =>
  driversOf({ kind, term_1: term, shown_1: shown, effect_1: 0.5 }, "EUR").map(
    (driver) => driver.words,
  );

test("one purchase is told as one, and none or several as several", () => {
  expect(words("purchases_3m", 1)).toEqual([
    { de: "1 Kauf in den letzten 3 Monaten", en: "1 purchase in the last 3 months" },
  ]);
  expect(words("purchases_3m", 0)[0]?.de).toBe("0 Käufe in den letzten 3 Monaten");
  expect(words("recency", 1)[0]?.de).toBe("letzter Kauf vor 1 Tag");
  expect(words("breadth", 4)[0]?.en).toBe("4 different products so far");
});

test("no reason of any kind keeps a place that is not filled", () => {
  for (const kind of ["undesired", "desired"]) {
    const told = ["contacts", "usage_days", "usage_quiet", "campaigns", "nps", "returned"].flatMap(
      (term) => words(term, 1, kind),
    );
    expect(told).toHaveLength(6);
    for (const { de, en } of told) expect(`${de} ${en}`).not.toMatch(/[{}|]/);
  }
});
