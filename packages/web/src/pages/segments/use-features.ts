import type { Feature, FeatureReport } from "@kundenwert/contract";
import { queryOptions, useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { get } from "../../api/client.ts";
import { VALUES } from "../../api/queries.ts";

const featuresQuery = queryOptions({
  queryKey: [VALUES, "features"],
  queryFn: ({ signal }) => get<FeatureReport>("/features", {}, signal),
});

/** The features that a rule may ask for, and what each is called in the reader's language. */
export function useFeatures() {
  const { i18n } = useTranslation();
  const { data } = useQuery(featuresQuery);
  const features: readonly Feature[] = (data?.features ?? []).filter(({ type }) => type !== "date");
  const language = i18n.language === "de" ? "de" : "en";
  const meaning = (name: string) =>
    features.find((feature) => feature.name === name)?.meaning[language] ?? name;
  return { features, meaning };
}
