import { expect, test } from "vitest";
import { addRows } from "../../../test/ledger-rows.ts";
import { ledgerOf } from "../../../test/orders-table.ts";
import { makeKeys } from "./resolve.ts";

/** The mark that a value becomes, or undefined where it is none. */
async function markOf(kind: string, value: string, country?: string) {
  const { engine } = await ledgerOf([]);
  await addRows(engine, {
    identifiers: [{ customer_id: "A", kind, value, source: "shop" }],
    customers: [{ customer_id: "A", ...(country ? { country } : {}) }],
  });
  await makeKeys(engine);
  const [row] = await engine.rows("SELECT mark FROM identity_key");
  await engine.close();
  return row?.mark;
}

test("joins first and last name, and reads e-mail and phone from the register's further columns", async () => {
  const { engine } = await ledgerOf([]);
  const attributes = {
    first_name: "Jörg",
    last_name: "Weiß",
    email: "J@W.de",
    phone: "0731 123456",
  };
  await addRows(engine, {
    customer_attributes: Object.entries(attributes).map(([attribute, value]) => ({
      customer_id: "A",
      attribute,
      value,
    })),
  });
  await makeKeys(engine);
  const rows = await engine.rows("SELECT mark, strength FROM identity_key ORDER BY mark");
  expect(rows.map(({ mark, strength }) => [mark, strength])).toEqual([
    ["+49731123456", "strong"],
    ["j@w.de", "strong"],
    ["joerg weiss", "weak"],
  ]);
  await engine.close();
});

test.each([
  ["email", " Ann.Meier+Shop@GMail.com ", undefined, "ann.meier+shop@gmail.com"],
  ["email", "not given", undefined, undefined],
  ["phone", "0170/123 45-67", undefined, "+491701234567"],
  ["phone", "0049 170 1234567", undefined, "+491701234567"],
  ["phone", "+49 (0) 170 1234567", undefined, "+491701234567"],
  ["phone", "0664 1234567", "AT", "+436641234567"],
  ["phone", "044 668 18 00", "Schweiz", "+41446681800"],
  // Nobody knows whether these name a country.
  ["phone", "1701234567", undefined, undefined],
  ["phone", "0170 KEINE", undefined, undefined],
  ["phone", "0", undefined, undefined],
  ["loyalty_card", "2900 1234-5678", undefined, "290012345678"],
  ["loyalty_card", "000", undefined, undefined],
  ["customer_number", "k-4711", undefined, "shop:K4711"],
  ["device", "a1-b2", undefined, "A1B2"],
])("reads %s %o (%s) as %s", async (kind, value, country, mark) => {
  expect(await markOf(kind, value, country)).toBe(mark);
});
