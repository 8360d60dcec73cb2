import type { FigureTable } from "../figures/steps.ts";

/** Contribution after the costs that come after those of goods. */
export const CONTRIBUTION_TABLES: readonly FigureTable[] = [
  {
    name: "cost_month",
    folder: "money",
    reads: ["orders", "cost_kind", "customer_profile", "figure_period"],
    values: ["currency"],
  },
  {
    name: "figure_contribution",
    folder: "money",
    reads: [
      "sales_cell",
      "cost_month",
      "figure_acquisition",
      "figure_service",
      "purchase_day",
      "profile_member",
      "figure_period",
    ],
    checks: {
      "a share has its part":
        "figure = 'cost_unknown_share' AND (numerator < 0 OR numerator > denominator + 0.0001)",
    },
  },
];
