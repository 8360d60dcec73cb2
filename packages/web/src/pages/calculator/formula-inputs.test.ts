import { expect, test } from "vitest";
import { readFormulaSearch } from "./formula-inputs.ts";

test("inputs are read from the address, and what makes no sense is left out", () => {
  expect(readFormulaSearch({ fee: 20, months: "12", retention: 0.9 })).toEqual({
    fee: 20,
    months: 12,
    retention: 0.9,
  });
  expect(readFormulaSearch({ fee: -1, months: "many", retention: 1.1, years: "", x: 1 })).toEqual(
    {},
  );
});
