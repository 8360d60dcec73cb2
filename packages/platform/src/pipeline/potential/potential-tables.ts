import type { FigureTable } from "../figures/steps.ts";

/** Names under which registers hold the share of what customers spend that is spent here. */
const WALLET_NAMES = [
  "share_of_wallet",
  "sow",
  "wallet_share",
  "lieferanteil",
  "lieferantenanteil",
  "bedarfsdeckungsquote",
] as const;

/** The values that these tables take beside those of all figures. */
export const POTENTIAL_VALUES = {
  wallet_names: `|${WALLET_NAMES.join("|")}|`,
  /** Four of five comparable customers do not exceed it. */
  reach: 0.8,
  /** Fewer are no group to be compared with. */
  least: 30,
} as const;

/** The tables from profiles to what customers bring beside what comparable ones bring. */
export const POTENTIAL_TABLES: readonly FigureTable[] = [
  {
    name: "potential_customer",
    folder: "potential",
    reads: ["orders", "customer_profile", "purchase_day", "customer_mrr"],
    checks: {
      "everybody is comparable by something": "tenure_class IS NULL OR entry IS NULL",
      "a share of wallet is a share": "wallet_share <= 0 OR wallet_share > 1",
    },
    values: ["as_of", "wallet_names"],
  },
  {
    name: "potential_cell",
    folder: "potential",
    reads: ["potential_customer"],
    checks: { "a group holds somebody": "compared < 1" },
    values: ["reach"],
  },
  {
    name: "customer_potential",
    folder: "potential",
    reads: ["potential_customer", "potential_cell"],
    checks: {
      "nobody lacks less than nothing": "gap < 0 OR wallet_gap < 0",
      "who is compared has a group": "(level IS NULL) <> (gap IS NULL)",
    },
    values: ["least"],
  },
  { name: "potential_group", folder: "potential", reads: ["customer_potential"] },
  {
    name: "figure_potential",
    folder: "potential",
    reads: ["customer_potential", "profile_member", "figure_period"],
    checks: { "no gap is negative": "figure = 'potential_gap' AND numerator < 0" },
  },
];
