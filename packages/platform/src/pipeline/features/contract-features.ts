import { daysSince, type Feature, features } from "./feature.ts";

/** A phase that began by the end of the period and whose end, if it has one, was not there yet. */
const RUNNING = "started_on <= $period_end AND (ended_on IS NULL OR ended_on > $period_end)";

/** The contracts of a customer. An end that lies after the period was not known in it. */
export const contractFeatures: readonly Feature[] = features(
  {
    family: "behavioural",
    source: "contract_phase",
    unit: "count",
    needs: ["subscriptions.customer_id"],
    without: "zero",
  },
  [
    {
      name: "contracts",
      sql: `CAST(sum(CASE WHEN ${RUNNING} THEN 1 ELSE 0 END) AS DOUBLE)`,
      meaning: {
        en: "contracts that run, paused ones too",
        de: "laufende Verträge, auch pausierte",
      },
    },
    {
      name: "contracts_paused",
      sql: `CAST(sum(CASE WHEN ${RUNNING} AND state = 'paused' THEN 1 ELSE 0 END) AS DOUBLE)`,
      meaning: { en: "contracts that are paused", de: "pausierte Verträge" },
    },
    {
      name: "monthly_fee",
      unit: "currency",
      needs: ["subscriptions.monthly_fee"],
      sql: `round(CAST(sum(CASE WHEN ${RUNNING} THEN monthly_fee ELSE 0 END) AS DOUBLE), 4)`,
      meaning: {
        en: "fees a month of contracts that run",
        de: "Monatsentgelte laufender Verträge",
      },
    },
    {
      name: "days_since_contract_start",
      unit: "days",
      without: "unknown",
      sql: daysSince("min(started_on)"),
      meaning: {
        en: "days since the first contract began",
        de: "Tage seit Beginn des ersten Vertrags",
      },
    },
    {
      name: "days_since_contract_end",
      unit: "days",
      without: "unknown",
      sql: `CASE WHEN sum(CASE WHEN ${RUNNING} THEN 1 ELSE 0 END) = 0 THEN ${daysSince("max(ended_on)")} END`,
      meaning: {
        en: "days since the last contract ended; unknown while one runs",
        de: "Tage seit Ende des letzten Vertrags; unbekannt, solange einer läuft",
      },
    },
    {
      name: "plan",
      type: "category",
      unit: "text",
      needs: ["subscriptions.plan"],
      without: "unknown",
      sql: "max_by(plan, started_on)",
      meaning: { en: "plan of the latest contract", de: "Tarif des jüngsten Vertrags" },
    },
  ],
);
