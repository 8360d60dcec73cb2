import { expect, test } from "vitest";
import { cellRows } from "./cells.ts";

test("days are told by the names of their columns, and a number that is not there is null", () => {
  const day = { days: 19_765 };
  const columns = {
    given_on: new Float64Array([19_765]),
    last_day: new Float64Array([19_765]),
    as_of: new Float64Array([19_765]),
    days: new Float64Array([19_765]),
    amount: new Float64Array([Number.NaN]),
  };
  expect(cellRows(columns).row(0)).toEqual([day, day, day, 19_765, null]);
});
