import { uglySuite } from "../../../test/ugly/ugly-suite.ts";

const csv = (...rows: string[]) => `customer,date,amount\n${rows.join("\n")}\n`;
const german = (...rows: string[]) => `Kunde;Datum;Betrag\n${rows.join("\n")}\n`;
const day = "2026-01-31 00:00:00";

uglySuite("values", [
  {
    title: "dates of the years 1 and 9999",
    content: csv("A,2026-01-31,1.5", "B,0001-01-01,1.5", "C,9999-12-31,1.5", "D,1899-12-31,1.5"),
    read: 4,
    rejects: [
      [3, "TIME_OUT_OF_RANGE"],
      [4, "TIME_OUT_OF_RANGE"],
      [5, "TIME_OUT_OF_RANGE"],
    ],
  },
  {
    title: "days that do not exist, words that the database would take for times",
    content: csv(
      "A,2026-02-28,1.5",
      "A,2026-01-31,1.5",
      "A,2026-02-27,1.5",
      "A,2026-02-26,1.5",
      "B,2026-02-30,1.5",
      "C,epoch,1.5",
      "D,,1.5",
    ),
    read: 7,
    rejects: [
      [6, "TIME_UNREADABLE"],
      [7, "TIME_UNREADABLE"],
      [8, "TIME_MISSING"],
    ],
  },
  {
    title: "amounts beyond any ledger",
    content: csv(
      "A,2026-01-31,1.5",
      "B,2026-01-31,1e308",
      "C,2026-01-31,1e400",
      "D,2026-01-31,inf",
    ),
    read: 4,
    rejects: [
      [3, "AMOUNT_OUT_OF_RANGE"],
      [4, "AMOUNT_OUT_OF_RANGE"],
      [5, "AMOUNT_UNREADABLE"],
    ],
  },
  {
    title: "amounts that are missing or words",
    content: csv("A,2026-01-31,1.5", "B,2026-01-31,", "C,2026-01-31,free", "D,2026-01-31,NULL"),
    read: 4,
    rejects: [
      [3, "AMOUNT_MISSING"],
      [4, "AMOUNT_UNREADABLE"],
      [5, "AMOUNT_MISSING"],
    ],
  },
  {
    title: "a decimal point among decimal commas is refused, never read as 1250",
    content: german(
      ...Array.from({ length: 30 }, (_, i) => `A;31.01.2026;${i},25`),
      "B;31.01.2026;12.50",
    ),
    read: 31,
    rejects: [[32, "AMOUNT_UNREADABLE"]],
  },
  {
    title: "as many decimal commas as points",
    content: german("A;31.01.2026;12,50", "B;31.01.2026;12.50"),
    code: "AMBIGUOUS_NUMBER",
    details: { column: "Betrag", flag: "--decimal" },
  },
  {
    title: "1.234 and nothing that tells whether it is a thousand",
    content: german("A;31.01.2026;1.234", "B;31.01.2026;5"),
    code: "AMBIGUOUS_NUMBER",
    details: {
      column: "Betrag",
      line: 2,
      value: "1.234",
      readings: [
        { decimal: "comma", reads: "1234" },
        { decimal: "point", reads: "1.234" },
      ],
      flag: "--decimal",
    },
  },
  {
    title: "1.234, told to have a decimal comma",
    content: german("A;31.01.2026;1.234", "B;31.01.2026;5"),
    options: { format: { decimal: "comma" } },
    read: 2,
    orders: [
      ["A", day, 1234],
      ["B", day, 5],
    ],
  },
  {
    title: "Swiss apostrophes, both of them, with decimal points",
    content: german("A;31.01.2026;1'234.50", "B;31.01.2026;12’345’678.90", "C;31.01.2026;CHF 5.00"),
    read: 3,
    orders: [
      ["A", day, 1234.5],
      ["B", day, 12345678.9],
      ["C", day, 5],
    ],
    warnings: ["CURRENCY_DIFFERS"],
  },
  {
    title: "minus signs in front, behind, typographic and as brackets",
    content: german(
      "A;31.01.2026;-1.234,50",
      "B;31.01.2026;12,50-",
      "C;31.01.2026;−3,00",
      "D;31.01.2026;(4,00)",
    ),
    read: 4,
    orders: [
      ["A", day, -1234.5],
      ["B", day, -12.5],
      ["C", day, -3],
      ["D", day, -4],
    ],
  },
  {
    title: "thousands that are no groups of three",
    content: german("A;31.01.2026;1.234,50", "B;31.01.2026;12.34,50", "C;31.01.2026;10.0.0.1"),
    read: 3,
    rejects: [
      [3, "AMOUNT_UNREADABLE"],
      [4, "AMOUNT_UNREADABLE"],
    ],
  },
  {
    title: "dates that can be read day first and month first",
    // The first one reads the same both ways: it would be no example.
    content: csv("C,02/02/2026,1.5", "A,03/04/2026,1.5", "B,05/06/2026,1.5"),
    code: "AMBIGUOUS_DATE",
    details: {
      column: "date",
      line: 3,
      value: "03/04/2026",
      readings: [
        { dateFormat: "dmy", reads: "2026-04-03" },
        { dateFormat: "mdy", reads: "2026-03-04" },
      ],
      flag: "--date-format",
    },
  },
  {
    title: "the same, told to be month first",
    content: csv("A,03/04/2026,1.5", "B,05/06/2026,1.5"),
    options: { format: { dateFormat: "mdy" } },
    read: 2,
    orders: [
      ["A", "2026-03-04 00:00:00", 1.5],
      ["B", "2026-05-06 00:00:00", 1.5],
    ],
  },
  {
    title: "a day over 12 settles the whole column, with a clock of twelve hours",
    content: csv("A,3/4/2026 1:05 PM,1.5", "B,3/31/2026 12:00 AM,1.5"),
    read: 2,
    orders: [
      ["A", "2026-03-04 13:05:00", 1.5],
      ["B", "2026-03-31 00:00:00", 1.5],
    ],
  },
  {
    title: "days of two-digit years are not years of days",
    content: german("A;01.02.26;1,50", "B;1.2.99;1,50", "C;01.02.2026 14:30;1,50"),
    read: 3,
    orders: [
      ["A", "2026-02-01 00:00:00", 1.5],
      ["B", "1999-02-01 00:00:00", 1.5],
      ["C", "2026-02-01 14:30:00", 1.5],
    ],
  },
  {
    title: "dates as SAP writes them",
    content: german("A;20260131;1,50", "B;2026013;1,50"),
    read: 2,
    rejects: [[3, "TIME_UNREADABLE"]],
  },
  {
    title: "time stamps with zones become business time, summer and winter",
    content: csv(
      "A,2026-07-01T22:30:00Z,1.5",
      "B,2026-01-01T10:00+02:00,1.5",
      "C,2026-01-01 10:00:00.5 UTC,1.5",
      "D,2026-01-01 10:00:00,1.5",
    ),
    read: 4,
    orders: [
      ["A", "2026-07-02 00:30:00", 1.5],
      ["B", "2026-01-01 09:00:00", 1.5],
      ["C", "2026-01-01 11:00:00.5", 1.5],
      ["D", "2026-01-01 10:00:00", 1.5],
    ],
  },
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
    title: "quantities that are words; the product of quantity and price otherwise",
    content:
      "customer,date,quantity,unit_price\nA,2026-01-31,3,0.105\nB,2026-01-31,two,1.5\nC,2026-01-31,-2,1.5\nD,2026-01-31,,1.5\n",
    read: 4,
    orders: [
      ["A", day, 0.315],
      ["C", day, -3],
    ],
    rejects: [
      [3, "QUANTITY_UNREADABLE"],
      [5, "AMOUNT_MISSING"],
    ],
  },
  {
    title: "other currencies are kept and told",
    content: "customer,date,amount,currency\nA,2026-01-31,1.5,EUR\nB,2026-01-31,1.5,chf\n",
    read: 2,
    warnings: ["CURRENCY_DIFFERS"],
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
    title: "a column of times that are none",
    content: csv("A,soon,1.5", "B,later,1.5"),
    options: { mapping: { time: "date" } },
    code: "TIME_FORM_UNKNOWN",
    details: { column: "date", value: "soon" },
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
