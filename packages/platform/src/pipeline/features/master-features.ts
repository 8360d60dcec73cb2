import { daysSince, type Feature, features } from "./feature.ts";

const text = { type: "category", unit: "text" } as const;

/** Who the customer is: the register as it stood at the end of the period. */
export const masterFeatures: readonly Feature[] = [
  ...features({ family: "demographic", source: "known_customer", unit: "days" }, [
    {
      name: "days_known",
      sql: daysSince("known_from"),
      meaning: {
        en: "days since registration, first order or first contract",
        de: "Tage seit Anmeldung, erster Bestellung oder erstem Vertrag",
      },
    },
  ]),
  ...features({ family: "demographic", source: "master_phase" }, [
    {
      name: "customer_age",
      unit: "years",
      needs: ["customers.birth_year"],
      // A year that no living person was born in is reported by the doctor, not used.
      sql: `CAST($period_year - CASE WHEN birth_year BETWEEN $period_year - 120 AND $period_year
        THEN birth_year END AS DOUBLE)`,
      meaning: { en: "age by year of birth", de: "Alter nach Geburtsjahr" },
    },
    {
      ...text,
      name: "gender",
      needs: ["customers.gender"],
      sql: "gender",
      meaning: { en: "gender", de: "Geschlecht" },
    },
    {
      ...text,
      name: "country",
      needs: ["customers.country"],
      sql: "country",
      meaning: { en: "country", de: "Land" },
    },
    {
      ...text,
      name: "region",
      needs: ["customers.region"],
      sql: "region",
      meaning: { en: "region", de: "Region" },
    },
    {
      ...text,
      name: "acquisition_channel",
      needs: ["customers.acquisition_channel"],
      sql: "acquisition_channel",
      meaning: { en: "channel the customer came by", de: "Weg, auf dem der Kunde kam" },
    },
    {
      name: "acquisition_cost",
      unit: "currency",
      needs: ["customers.acquisition_cost"],
      sql: "CAST(acquisition_cost AS DOUBLE)",
      meaning: { en: "cost of winning the customer", de: "Kosten der Gewinnung" },
    },
    {
      name: "is_referred",
      type: "yes/no",
      unit: "text",
      needs: ["customers.referred_by"],
      sql: "CAST(CASE WHEN referred_by IS NULL THEN 0 ELSE 1 END AS DOUBLE)",
      meaning: {
        en: "was won by another customer (1) or not (0)",
        de: "von Kunden geworben (1) oder nicht (0)",
      },
    },
    {
      name: "is_business",
      type: "yes/no",
      unit: "text",
      needs: ["customers.is_business"],
      sql: "CAST(CASE WHEN is_business THEN 1 WHEN is_business IS NULL THEN NULL ELSE 0 END AS DOUBLE)",
      meaning: {
        en: "business (1) or consumer (0)",
        de: "Geschäftskunde (1) oder Privatkunde (0)",
      },
    },
  ]),
];
