import { readdirSync } from "node:fs";
import { ERROR_STATUS } from "@kundenwert/contract";
import { expect, test } from "vitest";
import { de } from "./de.ts";
import { en } from "./en.ts";

const placeholders = (text: string) =>
  [...text.matchAll(/{{(\w+)}}/g)].map(([, name]) => name).sort();
const keys = Object.keys(en) as (keyof typeof en)[];

test("both languages fill the same places", () => {
  // A singular may say "next month" where the other language counts.
  for (const key of keys.filter((each) => !/_(one|zero)$/.test(each))) {
    expect(placeholders(de[key]), key).toEqual(placeholders(en[key]));
  }
});

test("no text is empty, and no German text is an English sentence", () => {
  for (const key of keys) {
    expect(de[key].trim(), key).not.toBe("");
    const words = en[key].match(/(?<!{)\b[a-z]+\b(?!})/gi) ?? [];
    if (words.length > 2) expect(de[key], key).not.toBe(en[key]);
  }
});

test("whatever went wrong has a title and something to do", () => {
  const codes = keys.flatMap((key) => /^error\.(\w+)\.title$/.exec(key)?.[1] ?? []);
  expect(codes.length).toBeGreaterThan(40);
  for (const code of codes) expect(keys).toContain(`error.${code}.todo`);
});

test("every refusal of the server is told in words of its own", () => {
  const refusals = Object.entries(ERROR_STATUS).filter(([, status]) => status < 500);
  const silent = refusals.filter(([code]) => !Object.hasOwn(en, `error.${code}.title`));
  expect(silent.map(([code]) => code)).toEqual([]);
});

test("every text has a key of its own, whatever subject it belongs to", async () => {
  // Where two subjects say the same key, the later one would be shown for both.
  const folder = new URL("./en/", import.meta.url);
  const subjects = await Promise.all(
    readdirSync(folder).map((file): Promise<object> => import(new URL(file, folder).href)),
  );
  const all = subjects.flatMap((subject) => Object.values(subject).flatMap(Object.keys));
  expect(all.length).toBeGreaterThan(1000);
  expect(all.filter((key, at) => all.indexOf(key) !== at)).toEqual([]);
});
