import i18next from "i18next";
import { initReactI18next } from "react-i18next";
export const LANGUAGES = ["de", "en"] as const;
export type Language = (typeof LANGUAGES)[number];

const STORAGE_KEY = "kundenwert-language";

type Texts = Readonly<Record<string, string>>;

// Only the language that is read is loaded, and what the start page does not say only later.
const FIRST: Record<Language, () => Promise<Texts>> = {
  de: async () => (await import("./de-first.ts")).first,
  en: async () => (await import("./en-first.ts")).first,
};
const LATER: Record<Language, () => Promise<Texts>> = {
  de: async () => (await import("./de-later.ts")).later,
  en: async () => (await import("./en-later.ts")).later,
};
let isWhole = false;

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
  await add(language, FIRST);
  if (isWhole) await add(language, LATER);
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
}

/** Loads what other pages than the start page say; they wait for it. */
export async function loadAllTexts(): Promise<void> {
  isWhole = true;
  await add(i18next.language as Language, LATER);
}

async function add(language: Language, texts: typeof FIRST): Promise<void> {
  i18next.addResourceBundle(language, "translation", await texts[language](), true);
}
