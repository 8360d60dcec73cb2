import { csv, uglySuite } from "../../../test/ugly/ugly-suite.ts";

const day = "2026-01-31 00:00:00";

uglySuite("ids and columns", [
  {
    title: "customers that a spreadsheet has rounded",
    content: csv(
      "1234567890123456789,2026-01-31,1.5",
      "1.23E+18,2026-01-31,1.5",
      "1E+05,2026-01-31,1.5",
    ),
    read: 3,
    orders: [["1234567890123456789", day, 1.5]],
    rejects: [
      [3, "CUSTOMER_LOOKS_NUMERIC_ROUNDED"],
      [4, "CUSTOMER_LOOKS_NUMERIC_ROUNDED"],
    ],
  },
  {
    title: "ids with zeros in front, of 23 digits, ending in .0, missing",
    content: csv(
      "00042,2026-01-31,1.5",
      "12345678901234567890123,2026-01-31,1.5",
      "17850.0,2026-01-31,1.5",
      " ,2026-01-31,1.5",
      "NULL,2026-01-31,1.5",
    ),
    read: 5,
    orders: [
      ["00042", day, 1.5],
      ["12345678901234567890123", day, 1.5],
      ["17850.0", day, 1.5],
      [null, day, 1.5],
      [null, day, 1.5],
    ],
    warnings: ["CUSTOMER_IDS_END_IN_POINT_ZERO"],
  },
  {
    title: "columns nobody knows",
    content: "foo,bar,baz\n1,x,y\n2,x,y\n",
    code: "MAPPING_INCOMPLETE",
    details: { missing: ["customer", "time"], columns: ["foo", "bar", "baz"], flag: "--map" },
  },
  {
    title: "a column that is not there",
    content: csv("A,2026-01-31,1.5"),
    options: { mapping: { amount: "umsatz" } },
    code: "MAPPING_COLUMN_UNKNOWN",
    details: { role: "amount", column: "umsatz", columns: ["customer", "date", "amount"] },
  },
  {
    title: "a header twice where it matters",
    content: "customer,date,date,amount\nA,2026-01-31,2026-02-01,1.5\n",
    code: "HEADER_DUPLICATE",
    details: { role: "time", column: "date" },
  },
  {
    title: "a header twice, told which one",
    content: "customer,date,date,amount\nA,2026-01-31,2026-02-01,1.5\n",
    options: { mapping: { time: "date (2)" } },
    read: 1,
    orders: [["A", "2026-02-01 00:00:00", 1.5]],
    warnings: ["HEADERS_DUPLICATE"],
  },
  {
    title: "no row that can be taken",
    content: csv("A,2150-01-31,1.5", "B,2150-01-31,1.5"),
    code: "NO_ROW_ACCEPTED",
    details: { rows: 2 },
  },
  {
    title: "text that is SQL",
    content: csv("'); DROP TABLE orders; --,2026-01-31,1.5", "$customer,2026-01-31,1.5"),
    read: 2,
    orders: [
      ["'); DROP TABLE orders; --", day, 1.5],
      ["$customer", day, 1.5],
    ],
  },
  {
    title: "JSON lines with ids of 64 bits, nested names, broken lines and lists",
    name: "orders.jsonl",
    content: [
      '{"customer":{"id":9007199254740993},"date":"2026-01-31","amount":1.234}',
      '{"customer":{"id":"A"},"date":"2026-01-31","amount":2',
      "[1,2]",
      '{"customer":{},"date":"2026-01-31","amount":null}',
      '{"date":"2026-01-31","amount":3}',
      "",
    ].join("\n"),
    read: 5,
    orders: [
      ["9007199254740993", day, 1.234],
      [null, day, 3],
    ],
    rejects: [
      [2, "JSON_UNREADABLE"],
      [3, "JSON_UNREADABLE"],
      [4, "AMOUNT_MISSING"],
    ],
  },
]);
