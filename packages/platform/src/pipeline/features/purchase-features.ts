import { daysSince, type Feature, features, sumSince, WINDOWS } from "./feature.ts";

const inMonths = {
  en: (months: number) => (months === 1 ? "the last month" : `the last ${months} months`),
  de: (months: number) => (months === 1 ? "im letzten Monat" : `in den letzten ${months} Monaten`),
};

const purchases = features(
  { family: "behavioural", source: "purchase_activity", unit: "count", without: "zero" },
  [
    ...WINDOWS.map((months) => ({
      name: `purchases_${months}m`,
      sql: sumSince(months, "purchases"),
      meaning: {
        en: `days of purchase in ${inMonths.en(months)}`,
        de: `Kauftage ${inMonths.de(months)}`,
      },
    })),
    {
      name: "purchases",
      sql: "CAST(sum(purchases) AS DOUBLE)",
      meaning: { en: "days of purchase so far", de: "Kauftage bisher" },
    },
    {
      name: "orders",
      sql: "CAST(sum(orders) AS DOUBLE)",
      meaning: { en: "orders so far", de: "Bestellungen bisher" },
    },
  ],
);

const money = features(
  {
    family: "behavioural",
    source: "purchase_activity",
    unit: "currency",
    needs: ["orders.amount"],
    without: "zero",
  },
  [
    ...WINDOWS.map((months) => ({
      name: `revenue_${months}m`,
      sql: `round(${sumSince(months, "revenue")}, 4)`,
      meaning: {
        en: `revenue of purchases in ${inMonths.en(months)}, less returns known by then`,
        de: `Umsatz der Käufe ${inMonths.de(months)}, abzüglich bis dahin bekannter Retouren`,
      },
    })),
    {
      name: "revenue",
      sql: "round(CAST(sum(revenue) AS DOUBLE), 4)",
      meaning: {
        en: "revenue so far, less returns known by then",
        de: "Umsatz bisher, abzüglich bis dahin bekannter Retouren",
      },
    },
    {
      name: "returned_12m",
      sql: `round(${sumSince(12, "0 - returned")}, 4)`,
      meaning: {
        en: "amount sent back of the purchases of the last 12 months",
        de: "zurückgesandter Betrag der Käufe in den letzten 12 Monaten",
      },
    },
    {
      name: "contribution_12m",
      needs: ["orders.amount", "orders.cost"],
      sql: `round(${sumSince(12, "revenue - cost")}, 4)`,
      meaning: {
        en: "revenue less cost of goods in the last 12 months",
        de: "Umsatz abzüglich Wareneinsatz in den letzten 12 Monaten",
      },
    },
    {
      name: "last_revenue",
      without: "unknown",
      sql: "CAST(max_by(last_revenue, last_day) AS DOUBLE)",
      meaning: {
        en: "revenue of the last purchase, at the end of its month",
        de: "Umsatz des letzten Kaufs, am Ende seines Monats",
      },
    },
    {
      name: "revenue_per_purchase",
      without: "unknown",
      // Rounded twice: else the last digit of the sum says which way half a digit goes.
      sql: "CASE WHEN sum(purchases) > 0 THEN round(round(CAST(sum(revenue) AS DOUBLE), 4) / CAST(sum(purchases) AS DOUBLE), 4) END",
      meaning: { en: "revenue so far per purchase", de: "Umsatz bisher je Kauf" },
    },
  ],
);

const rhythm = features({ family: "behavioural", source: "purchase_activity", unit: "days" }, [
  {
    name: "first_purchase_day",
    type: "date",
    sql: "min(first_day)",
    meaning: { en: "day of the first purchase", de: "Tag des ersten Kaufs" },
  },
  {
    name: "last_purchase_day",
    type: "date",
    sql: "max(last_day)",
    meaning: { en: "day of the last purchase", de: "Tag des letzten Kaufs" },
  },
  {
    name: "days_since_first_purchase",
    sql: daysSince("min(first_day)"),
    meaning: { en: "days since the first purchase", de: "Tage seit dem ersten Kauf" },
  },
  {
    name: "days_since_purchase",
    sql: daysSince("max(last_day)"),
    meaning: { en: "days since the last purchase", de: "Tage seit dem letzten Kauf" },
  },
  {
    name: "last_gap",
    sql: "CAST(max_by(last_gap, last_day) AS DOUBLE)",
    meaning: {
      en: "days between the last two purchases",
      de: "Tage zwischen den letzten beiden Käufen",
    },
  },
  {
    name: "gap_squares",
    unit: "days squared",
    without: "zero",
    sql: "CAST(coalesce(sum(gap_squares), 0) AS DOUBLE)",
    meaning: {
      en: "sum of the squared days between purchases: how regular they are",
      de: "Summe der quadrierten Tage zwischen Käufen: wie regelmäßig sie sind",
    },
  },
]);

const range = features(
  { family: "behavioural", source: "range_activity", unit: "count", without: "zero" },
  [
    {
      name: "categories",
      needs: ["orders.category"],
      carried: "sum",
      sql: "CAST(sum(new_categories) AS DOUBLE)",
      meaning: { en: "different categories ordered so far", de: "verschiedene Kategorien bisher" },
    },
    {
      name: "products",
      needs: ["orders.product_id"],
      carried: "sum",
      sql: "CAST(sum(new_products) AS DOUBLE)",
      meaning: { en: "different products ordered so far", de: "verschiedene Produkte bisher" },
    },
    {
      name: "channels",
      needs: ["orders.channel"],
      carried: "sum",
      sql: "CAST(sum(new_channels) AS DOUBLE)",
      meaning: { en: "different sales channels so far", de: "verschiedene Vertriebswege bisher" },
    },
  ],
);

const referrals = features(
  { family: "behavioural", source: "referral_activity", unit: "count", without: "zero" },
  [
    {
      name: "referrals",
      needs: ["referrals.referrer_id"],
      carried: "sum",
      sql: "CAST(sum(referrals) AS DOUBLE)",
      meaning: { en: "customers won for us so far", de: "bisher geworbene Kunden" },
    },
  ],
);

/** What customers buy, how much, how often and how regularly. */
export const purchaseFeatures: readonly Feature[] = [
  ...purchases,
  ...money,
  ...rhythm,
  ...range,
  ...referrals,
];
