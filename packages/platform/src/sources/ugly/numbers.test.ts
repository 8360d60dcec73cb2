import { csv, german, uglySuite } from "../../../test/ugly/ugly-suite.ts";

const day = "2026-01-31 00:00:00";

uglySuite("numbers", [
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
]);
