import { expect, test } from "vitest";
import { speechOf } from "../../platform/src/cli/language.ts";
import { de } from "../src/i18n/de.ts";
import { en } from "../src/i18n/en.ts";

test("a run names its steps in the dashboard as on the command line", () => {
  for (const [language, told] of Object.entries({ de, en })) {
    const { steps } = speechOf(language as "de" | "en").text;
    const names = Object.entries(steps).map(([step, name]) => [`step.${step}`, name]);
    expect(names.length).toBeGreaterThan(100);
    expect(told).toMatchObject(Object.fromEntries(names));
  }
});
