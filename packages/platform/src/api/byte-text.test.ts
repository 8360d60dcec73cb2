import { expect, test } from "vitest";
import { byteText, signSet } from "./byte-text.ts";

test("numbers are written as String writes them, whatever their size", () => {
  const numbers = [0, -0, 9, 10, 99, 100, -1, -1000, 2_147_483_647, -2_147_483_648, 2 ** 32, 1e300];
  const all = [...numbers, 0.1, -0.5, 1e-7, 123_456.789, Number.MAX_SAFE_INTEGER];
  const text = byteText();
  for (const number of all) {
    text.number(number);
    text.ascii(" ");
  }
  expect(text.take().toString()).toBe(all.map((number) => `${number} `).join(""));
});

test("a text beyond the first megabyte is whole, and the next begins anew", () => {
  const text = byteText();
  const line = "Müller; 😀\n";
  for (let i = 0; i < 200_000; i++) text.utf8(line);
  expect(text.take().toString()).toBe(line.repeat(200_000));
  text.ascii("next");
  expect(text.take().toString()).toBe("next");
});

test("of a text with a sign that is not allowed nothing is written", () => {
  const text = byteText();
  const letters = signSet(/[a-z]/);
  expect(["abc", "ab1", "abä", ""].map((each) => text.onlyOf(letters, each))).toEqual([
    true,
    false,
    false,
    true,
  ]);
  expect(text.take().toString()).toBe("abc");
});
