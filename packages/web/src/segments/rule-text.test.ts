import { expect, test } from "vitest";
import { ruleText } from "./rule-text.ts";

test("a rule is told by its bounds, and by what features are called", () => {
  const rule = { purchases: { min: 5, max: 9 }, country: { is: "AT" } };
  const number = (value: number) => value.toLocaleString("de-DE");
  expect(ruleText(rule, number)).toBe("purchases ≥ 5, ≤ 9 · country = AT");
  const called = (feature: string) => (feature === "country" ? "Land" : "Kauftage bisher");
  expect(ruleText({ purchases: { min: 1234.5 } }, number, called)).toBe(
    "Kauftage bisher ≥ 1.234,5",
  );
});
