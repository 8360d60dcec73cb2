import { daysSince, type Feature, features, sumSince } from "./feature.ts";

const usage = features(
  {
    family: "usage",
    source: "usage_activity",
    unit: "count",
    needs: ["usage.used_at"],
    without: "zero",
  },
  [
    ...([1, 3, 12] as const).map((months) => ({
      name: `usage_${months}m`,
      unit: "quantity" as const,
      sql: `round(${sumSince(months, "quantity")}, 4)`,
      meaning: {
        en: `quantity used in the last ${months} months; an event without one counts 1`,
        de: `Nutzungsmenge der letzten ${months} Monate; ein Ereignis ohne Menge zählt 1`,
      },
    })),
    {
      name: "usage_days_3m",
      sql: sumSince(3, "days"),
      meaning: {
        en: "days of use in the last 3 months",
        de: "Nutzungstage in den letzten 3 Monaten",
      },
    },
    {
      name: "usage_functions_1m",
      sql: sumSince(1, "functions"),
      meaning: {
        en: "different functions used in the last month",
        de: "verschiedene Funktionen im letzten Monat",
      },
    },
    {
      name: "days_since_usage",
      unit: "days",
      without: "unknown",
      carried: "days",
      sql: daysSince("max(last_day)"),
      meaning: { en: "days since the last use", de: "Tage seit der letzten Nutzung" },
    },
  ],
);

const service = features(
  {
    family: "service",
    source: "interaction_activity",
    unit: "count",
    needs: ["interactions.customer_id"],
    without: "zero",
  },
  [
    ...([3, 12] as const).map((months) => ({
      name: `contacts_${months}m`,
      sql: sumSince(months, "contacts"),
      meaning: {
        en: `contacts of any kind in the last ${months} months`,
        de: `Kontakte jeder Art in den letzten ${months} Monaten`,
      },
    })),
    {
      name: "contact_minutes_12m",
      unit: "minutes",
      needs: ["interactions.duration_minutes"],
      sql: `round(${sumSince(12, "minutes")}, 4)`,
      meaning: {
        en: "minutes of contact in the last 12 months",
        de: "Kontaktminuten in den letzten 12 Monaten",
      },
    },
    {
      name: "contact_cost_12m",
      unit: "currency",
      needs: ["interactions.cost"],
      sql: `round(${sumSince(12, "cost")}, 4)`,
      meaning: {
        en: "what contacts of the last 12 months cost",
        de: "Kosten der Kontakte in den letzten 12 Monaten",
      },
    },
    {
      name: "days_since_contact",
      unit: "days",
      without: "unknown",
      carried: "days",
      sql: daysSince("max(last_day)"),
      meaning: { en: "days since the last contact", de: "Tage seit dem letzten Kontakt" },
    },
  ],
);

const RESOLUTIONS = [
  ["first_response", "answered", "answer_minutes", "first_response_minutes"],
  ["resolution", "resolved", "resolution_minutes", "resolved_at"],
] as const;

const SERVICE_TIMES = {
  first_response: {
    en: "mean minutes to the first answer, of the answers of the last 12 months",
    de: "Minuten bis zur ersten Antwort im Mittel, Antworten der letzten 12 Monate",
  },
  resolution: {
    en: "mean minutes until contacts were settled, of those settled in the last 12 months",
    de: "Minuten bis zur Lösung im Mittel, Lösungen der letzten 12 Monate",
  },
} as const;

const serviceTimes = features(
  { family: "service", source: "resolution_activity", unit: "minutes" },
  RESOLUTIONS.map(([name, count, minutes, column]) => ({
    name: `${name}_minutes_12m`,
    needs: [`interactions.${column}` as const],
    sql: `CASE WHEN ${sumSince(12, count)} > 0
      THEN round(${sumSince(12, minutes)} / ${sumSince(12, count)}, 4) END`,
    meaning: SERVICE_TIMES[name],
  })),
);

const scale = { nps: "0–10", csat: "1–5" } as const;

const satisfaction = features(
  {
    family: "satisfaction",
    source: "feedback_activity",
    unit: "score",
    needs: ["feedback.score"],
  },
  [
    ...(["nps", "csat"] as const).map((kind) => ({
      name: `${kind}_last`,
      needs: [`feedback.kind=${kind}` as const],
      carried: "latest" as const,
      sql: `CAST(max_by(${kind}_last, ${kind}_at) AS DOUBLE)`,
      meaning: {
        en: `latest ${kind.toUpperCase()} answer (${scale[kind]})`,
        de: `jüngste ${kind.toUpperCase()}-Antwort (${scale[kind]})`,
      },
    })),
    ...(["nps", "csat", "review"] as const).map((kind) => ({
      name: `${kind}_mean_12m`,
      needs: [`feedback.kind=${kind}` as const],
      sql: `CASE WHEN ${sumSince(12, `${kind}_answers`)} > 0
        THEN round(${sumSince(12, `${kind}_sum`)} / ${sumSince(12, `${kind}_answers`)}, 4) END`,
      meaning: {
        en: `mean ${kind === "review" ? "review" : kind.toUpperCase()} of the last 12 months`,
        de: `${kind === "review" ? "Bewertung" : kind.toUpperCase()} im Mittel der letzten 12 Monate`,
      },
    })),
    {
      name: "answers_12m",
      unit: "count",
      without: "zero",
      sql: sumSince(12, "answers"),
      meaning: {
        en: "answers given in the last 12 months",
        de: "Antworten in den letzten 12 Monaten",
      },
    },
  ],
);

const pressure = features(
  {
    family: "marketing",
    source: "campaign_activity",
    unit: "count",
    needs: ["campaign_members.contacted_at"],
    without: "zero",
  },
  [
    ...([1, 3, 12] as const).map((months) => ({
      name: `campaigns_${months}m`,
      sql: sumSince(months, "campaigns"),
      meaning: {
        en: `campaign contacts in the last ${months} months`,
        de: `Kampagnenkontakte in den letzten ${months} Monaten`,
      },
    })),
    {
      name: "campaign_responses_12m",
      needs: ["campaign_members.responded"],
      sql: sumSince(12, "CASE WHEN activity_month < $since_1m THEN responses ELSE 0 END"),
      meaning: {
        en: "responses to campaigns of the last 12 months, without the last one, whose are not all in",
        de: "Reaktionen auf Kampagnen der letzten 12 Monate ohne den letzten, dessen noch ausstehen",
      },
    },
    {
      name: "days_since_campaign",
      unit: "days",
      without: "unknown",
      carried: "days",
      sql: daysSince("max(last_day)"),
      meaning: {
        en: "days since the last campaign contact",
        de: "Tage seit dem letzten Kampagnenkontakt",
      },
    },
  ],
);

const consent = features(
  {
    family: "marketing",
    source: "consent_phase",
    unit: "count",
    needs: ["consents.granted"],
    without: "zero",
  },
  [
    {
      name: "consents",
      sql: "CAST(sum(granted) AS DOUBLE)",
      meaning: {
        en: "purposes and channels with consent",
        de: "Zwecke und Wege, denen zugestimmt ist",
      },
    },
  ],
);

/** Use, service, satisfaction and marketing pressure. */
export const eventFeatures: readonly Feature[] = [
  ...usage,
  ...service,
  ...serviceTimes,
  ...satisfaction,
  ...pressure,
  ...consent,
];
