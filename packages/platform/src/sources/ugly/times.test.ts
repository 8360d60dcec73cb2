import { csv, german, uglySuite } from "../../../test/ugly/ugly-suite.ts";

uglySuite("times", [
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
    title: "a column of times that are none",
    content: csv("A,soon,1.5", "B,later,1.5"),
    options: { mapping: { time: "date" } },
    code: "TIME_FORM_UNKNOWN",
    details: { column: "date", value: "soon" },
  },
]);
