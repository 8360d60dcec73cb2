import { expect, test } from "vitest";
import { readAs, writtenAs } from "./setting-text.ts";

const share = { kind: "share", isOptional: false } as const;
const months = { kind: "months", isOptional: false } as const;
const number = { kind: "number", isOptional: true } as const;

test.each([0.07, 0.1, 0.29, 1, -0.05])(
  "the share %d is written in percent and read back",
  (value) => {
    expect(readAs(share, writtenAs(share, value))).toBe(value);
  },
);

test("months are a list, whatever parts them", () => {
  expect(readAs(months, "6, 12 24;36")).toEqual([6, 12, 24, 36]);
  expect(writtenAs(months, [6, 12])).toBe("6, 12");
  expect(readAs(months, "a year")).toBeUndefined();
});

test("nothing is a value only where nothing may be said", () => {
  expect(readAs(number, " ")).toBeNull();
  expect(readAs(share, "")).toBeUndefined();
  expect(readAs(number, "12x")).toBeUndefined();
});
