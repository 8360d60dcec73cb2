import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import type { Catalogue } from "./en.ts";

export const LANGUAGES = ["de", "en"] as const;
export type Language = (typeof LANGUAGES)[number];

const STORAGE_KEY = "kundenwert-language";

// Only the language that is read is loaded.
const catalogues: Record<Language, () => Promise<Catalogue>> = {
  de: async () => (await import("./de.ts")).de,
  en: async () => (await import("./en.ts")).en,
};

/** What was chosen before, else the first of the browser's languages that we speak. */
function preferred(): Language {
  const wishes = [localStorage.getItem(STORAGE_KEY), ...navigator.languages];
  const known = wishes.map((wish) => LANGUAGES.find((language) => wish?.startsWith(language)));
  return known.find((language) => language !== undefined) ?? "en";
}

export async function startLanguage(): Promise<void> {
  await i18next.use(initReactI18next).init({
    fallbackLng: false,
    keySeparator: false,
    nsSeparator: false,
    resources: {},
    interpolation: { escapeValue: false },
  });
  await showLanguage(preferred());
}

/** Whether a language was chosen in this browser, by hand. */
export function hasChosenLanguage(): boolean {
  return localStorage.getItem(STORAGE_KEY) !== null;
}

export async function chooseLanguage(language: Language): Promise<void> {
  localStorage.setItem(STORAGE_KEY, language);
  await showLanguage(language);
}

/** Speaks a language until the page is left. */
export async function showLanguage(language: Language): Promise<void> {
  i18next.addResourceBundle(language, "translation", await catalogues[language]());
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
}
