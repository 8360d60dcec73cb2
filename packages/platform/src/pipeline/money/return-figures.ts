import type { FigureTable } from "../figures/steps.ts";

/** What came back by months from purchase to return: the base of the provision. */
export const TRIANGLE_TABLE: FigureTable = {
  name: "return_triangle",
  folder: "money",
  reads: ["orders", "return_link", "sales_place_cell"],
  values: ["as_of", "currency"],
  // Without returns nothing comes back, and no need to read every order for it.
  adapt: (sql, { hasReturns }) => (hasReturns ? sql : `SELECT * FROM (${sql}) AS none LIMIT 0`),
  checks: { "nothing comes back before it is bought": "age < -1 OR amount < 0" },
};

/** The figures of returns. */
export const RETURNS_TABLE: FigureTable = {
  name: "figure_returns",
  folder: "money",
  reads: ["return_provision", "figure_sales"],
  checks: { "the interval has its ends in order": "low > high" },
};
