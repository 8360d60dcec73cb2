import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { preferencesQuery } from "../api/queries.ts";
import { hasChosenLanguage, showLanguage } from "../i18n/language.ts";

/** Speaks the language of the reader's profile where none was chosen in this browser. */
export function usePreferredLanguage(): void {
  const language = useQuery(preferencesQuery).data?.language;
  useEffect(() => {
    if (language && !hasChosenLanguage()) void showLanguage(language);
  }, [language]);
}
