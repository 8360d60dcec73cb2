import { expect, test } from "vitest";
import { readCustomersSearch, readImportSearch, readTargetSearch, readViewSearch } from "./view.ts";

test("a view is read from the address", () => {
  expect(readViewSearch({ horizon: 24, basis: "contribution" })).toEqual({
    horizon: 24,
    basis: "contribution",
  });
  expect(readCustomersSearch({ search: "K-1", sort: "alive" })).toEqual({
    search: "K-1",
    sort: "alive",
  });
  expect(readTargetSearch({ target: "purchases", method: "bg-nbd" })).toEqual({
    target: "purchases",
    method: "bg-nbd",
  });
});

test("what makes no sense in an address is left out", () => {
  expect(readViewSearch({ horizon: "many", basis: "gold" })).toEqual({});
  expect(readViewSearch({ horizon: 0 })).toEqual({});
  expect(readCustomersSearch({ sort: "drop table" })).toEqual({});
  expect(readTargetSearch({ target: 7, method: {} })).toEqual({});
  expect(readImportSearch({ job: ["a"] })).toEqual({});
});
