import { expect, test } from "vitest";
import { createFormat } from "./format.ts";

const german = createFormat("de-DE", "EUR");

test("money is written as Germans write it", () => {
  expect(german.money(1234.56)).toBe("1.234,56\u00a0€");
  expect(german.wholeMoney(1234.56)).toBe("1.235\u00a0€");
  expect(german.shortMoney(1_234_567)).toBe("1,23\u00a0Mio.\u00a0€");
});

test("Swiss German has its apostrophe and its point", () => {
  // Which apostrophe depends on the age of the browser's own tables.
  expect(createFormat("de-CH", "CHF").number(1234.56)).toMatch(/^1['’]234\.56$/);
});

test("a day does not move with the reader's time zone", () => {
  expect(german.day("2026-03-31")).toBe("31.03.2026");
});

test("shares keep their digits, rates lose those that say nothing", () => {
  expect(german.percent(0.77)).toBe("77,0\u00a0%");
  expect(german.rate(0.1)).toBe("10\u00a0%");
  expect(german.rate(0.125)).toBe("12,5\u00a0%");
});

test("what is not known is a dash, never a zero", () => {
  for (const format of [german.money, german.count, german.percent, german.number]) {
    expect(format(null)).toBe("–");
    expect(format(Number.NaN)).toBe("–");
    expect(format(0)).not.toBe("–");
  }
});

test("what is expected keeps two digits that count, however little it is", () => {
  expect(german.expected(2.345)).toBe("2,35");
  expect(german.expected(0.00117)).toBe("0,0012");
  expect(german.expected(0)).toBe("0,00");
  expect(german.expected(null)).toBe("–");
});
