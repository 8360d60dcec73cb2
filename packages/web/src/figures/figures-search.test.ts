import { expect, test } from "vitest";
import { readFiguresSearch } from "./figures-search.ts";

test("the filters of key figures are read from the address", () => {
  const search = { figure: "nps", period: "quarter", by: "country", member: "DE", compare: "year" };
  expect(readFiguresSearch(search)).toEqual(search);
  expect(readFiguresSearch({ by: "plan", member: "" })).toEqual({ by: "plan", member: "" });
});

test("filters that do not exist are left out, and a member without its dimension", () => {
  const odd = { period: "decade", by: "shoe size", member: "DE", compare: "never", figure: 7 };
  expect(readFiguresSearch(odd)).toEqual({});
});
