import { expect, test } from "vitest";
import { dayNumber } from "./days.ts";
import { euros, prose } from "./format.ts";
import { headerOf, lineOf } from "./tables.ts";

test("writes cents as euros with two decimals, also between -1 and 1", () => {
  const written = [0, 5, -5, 99, 100, -12_345, 100_000_00].map((cents) => euros(cents));
  expect(written).toEqual(["0.00", "0.05", "-0.05", "0.99", "1.00", "-123.45", "100000.00"]);
});

test("quotes text where CSV needs it and only there", () => {
  expect(prose("schnell und gut")).toBe("schnell und gut");
  expect(prose("gut, aber teuer")).toBe('"gut, aber teuer"');
  expect(prose('Größe "M"')).toBe('"Größe ""M"""');
});

test("writes a row in the order of the header, with ISO dates and nothing for what is missing", () => {
  expect(headerOf("kampagnen_mitglieder")).toBe("customer_id,campaign_id,group,sent_at,responded");
  const day = dayNumber("2026-03-05");
  const row = {
    customer_id: "K0000001",
    campaign_id: "A-2026-03-05",
    group: "treatment",
    sent_at: day * 86_400 + 9 * 3600 + 61,
    responded: true,
  };
  expect(lineOf({ table: "kampagnen_mitglieder", row })).toBe(
    "K0000001,A-2026-03-05,treatment,2026-03-05 09:01:01,true",
  );
  const control = { ...row, group: "control", sent_at: undefined, responded: false };
  expect(lineOf({ table: "kampagnen_mitglieder", row: control })).toBe(
    "K0000001,A-2026-03-05,control,,false",
  );
});
