import { expect, test } from "vitest";
import { scratchWorkspace } from "../../test/scratch-workspace.ts";
import { importFile } from "./import-file.ts";
import { undoImport } from "./undo-import.ts";

const scratch = scratchWorkspace();
const bring = (name: string, ...lines: string[]) =>
  importFile(scratch.workspace, scratch.file(name, ...lines));

async function rows(sql: string) {
  const found = await scratch.workspace.engine.rows(sql);
  return found.map((row) => Object.values(row));
}
const cities = () => rows("SELECT customer_id, city FROM customers ORDER BY customer_id");
const attributes = () =>
  rows(`SELECT customer_id, attribute, value FROM customer_attributes
    ORDER BY customer_id, attribute, import_id`);

const header =
  "Kundennr;Anmeldedatum;PLZ;Ort;Newsletter;geworben_von;Lieblingsfarbe;E-Mail;Bearbeiter";
const first = [
  "001;31.01.2025;01067;Dresden;ja;;rot;a@example.org;Meier",
  "002;01.02.2025;80331;München;nein;001;;b@example.org;Meier",
];

test("keeps zeros in front, and every further column but that of employees", async () => {
  const report = await bring("kunden.csv", header, ...first);
  expect(report).toMatchObject({
    target: "customers",
    mapping: {
      customer: "Kundennr",
      registered: "Anmeldedatum",
      postcode: "PLZ",
      city: "Ort",
      consent: "Newsletter",
      referredBy: "geworben_von",
      email: "E-Mail",
    },
    unused: ["Bearbeiter"],
    tables: { customers: 2, customer_attributes: 3, consents: 2, referrals: 1 },
  });
  expect(await rows("SELECT customer_id, postcode FROM customers ORDER BY 1")).toEqual([
    ["001", "01067"],
    ["002", "80331"],
  ]);
  expect(await attributes()).toEqual([
    ["001", "email", "a@example.org"],
    ["001", "lieblingsfarbe", "rot"],
    ["002", "email", "b@example.org"],
  ]);
});

test("the newest row of a customer counts; what changed is added, what did not is known", async () => {
  await bring("kunden_2025-02.csv", header, ...first);
  const second = await bring(
    "kunden_2025-03.csv",
    header,
    first[0] as string,
    "002;01.02.2025;10115;Berlin;ja;001;grün;b@example.org;Meier",
    "003;01.03.2025;;;;;;;",
    // Within a file the later row counts.
    "003;01.03.2025;;Kiel;;;blau;;",
  );
  expect(second.rows).toEqual({ read: 4, added: 1, known: 1, superseded: 2, rejected: 0 });
  expect(await cities()).toEqual([
    ["001", "Dresden"],
    ["002", "Berlin"],
    ["003", "Kiel"],
  ]);
  expect(await rows("SELECT city FROM customers_superseded ORDER BY city NULLS FIRST")).toEqual([
    [null],
    ["München"],
  ]);
  expect(await attributes()).toEqual([
    ["001", "email", "a@example.org"],
    ["001", "lieblingsfarbe", "rot"],
    ["002", "email", "b@example.org"],
    ["002", "lieblingsfarbe", "grün"],
    ["003", "lieblingsfarbe", "blau"],
  ]);
  // 002 said no at the registration, and yes since the import.
  const consents = await rows(
    `SELECT granted, decided_at = TIMESTAMP '2025-02-01 00:00:00' FROM consents
     WHERE customer_id = '002' ORDER BY import_id`,
  );
  expect(consents).toEqual([
    [false, true],
    [true, false],
  ]);
  expect(await rows("SELECT count(*) = 1 FROM referrals")).toEqual([[true]]);
  await undoImport(scratch.workspace, second.importId);
  expect(await cities()).toEqual([
    ["001", "Dresden"],
    ["002", "München"],
  ]);
  expect(await attributes()).toHaveLength(3);
});

test("a value that is gone is stated as missing, once", async () => {
  await bring("kunden_2025-01.csv", header, ...first);
  const gone = "001;31.01.2025;01067;Dresden;ja;;;a@example.org;Meier";
  await bring("kunden_2025-02.csv", header, gone);
  await bring("kunden_2025-03.csv", header, gone, "004;01.03.2025;;;;;;;");
  const colours = await rows(
    `SELECT value FROM customer_attributes WHERE customer_id = '001'
       AND attribute = 'lieblingsfarbe' ORDER BY import_id`,
  );
  expect(colours).toEqual([["rot"], [null]]);
});

test("a file of attributes adds no customers, holds from the day it names, and comes once", async () => {
  const lines = ["customer_id,valid_from,tier,points", "A,2025-01-01,gold,7", "B,2025-01-01,,", ""];
  const path = scratch.file("tiers_1.csv", ...lines);
  const options = { table: "customer_attributes", source: "tiers" };
  const report = await importFile(scratch.workspace, path, options);
  expect(report).toMatchObject({
    target: "customer_attributes",
    rows: { read: 2, added: 1, known: 1, rejected: 0 },
    tables: { customer_attributes: 2 },
  });
  expect(
    await rows(
      "SELECT attribute, value, CAST(valid_from AS VARCHAR) FROM customer_attributes ORDER BY 1",
    ),
  ).toEqual([
    ["points", "7", "2025-01-01"],
    ["tier", "gold", "2025-01-01"],
  ]);
  expect(await cities()).toEqual([]);
  const later = scratch.file(
    "tiers_2.csv",
    "customer_id,valid_from,tier,points",
    "A,2025-02-01,gold,8",
  );
  const second = await importFile(scratch.workspace, later, options);
  expect(second.tables).toEqual({ customer_attributes: 1 });
  expect(await undoImport(scratch.workspace, report.importId)).toMatchObject({ removed: 2 });
});

test("a year of birth comes from a date, and a consent from the day that is named", async () => {
  await bring(
    "customers.csv",
    "customer_id,date_of_birth,email_opt_in,opt_in_date,signup_date",
    "A,1980-05-17,yes,2024-06-01,2024-01-01",
    "B,,no,,2024-01-02",
  );
  expect(await rows("SELECT birth_year FROM customers ORDER BY customer_id")).toEqual([
    [1980],
    [null],
  ]);
  expect(
    await rows(`SELECT purpose, channel, granted, CAST(decided_at AS VARCHAR) FROM consents
      ORDER BY customer_id`),
  ).toEqual([
    ["marketing", "email", true, "2024-06-01 00:00:00"],
    ["marketing", "email", false, "2024-01-02 00:00:00"],
  ]);
});
