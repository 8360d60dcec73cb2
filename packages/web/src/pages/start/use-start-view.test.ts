import { expect, test } from "vitest";
import { wantedView } from "./use-start-view.ts";

test("what the reader prefers fills an address that says nothing, and no other", () => {
  const wanted = { horizon: 24, basis: "contribution" } as const;
  expect(wantedView(wanted, {})).toEqual(wanted);
  expect(wantedView(wanted, { horizon: 36 })).toBeUndefined();
  expect(wantedView(wanted, { basis: "contribution" })).toBeUndefined();
  expect(wantedView({ horizon: null, basis: null }, {})).toBeUndefined();
  expect(wantedView({ horizon: null, basis: "revenue" }, {})).toBeUndefined();
});
