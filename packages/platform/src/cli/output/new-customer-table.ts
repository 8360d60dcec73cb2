import type { Row } from "../../engines/engine.ts";
import type { Speech } from "../language.ts";
import { drawTable, right } from "./table.ts";

/** What a new customer is worth: of all, then by what is known when one is won. */
export function describeNewCustomers(rows: readonly Row[], months: number, speech: Speech): string {
  const t = speech.text.newCustomers;
  const amount = (row: Row, name: string) => speech.money((row[name] ?? null) as number | null);
  const range = (row: Row, name: string) =>
    row[name] === null ? "" : `${amount(row, `${name}_low`)} – ${amount(row, `${name}_high`)}`;
  const hasObserved = rows.some(({ source }) => source === "observed");
  return [
    t.caption(speech.number(months)),
    drawTable(
      [
        ...[t.cut, t.member].map((title) => ({ title })),
        ...[t.customers, t.revenue, t.contribution, t.interval, t.cost, t.ratio].map(right),
      ],
      rows.map((row) => [
        row.source === "prior" ? t.prior : (t.dimensions[String(row.dimension)] ?? ""),
        row.dimension === "all" ? "" : String(row.member) || t.unknown,
        speech.number(Number(row.customers)),
        amount(row, "revenue"),
        amount(row, "contribution"),
        range(row, row.contribution === null ? "revenue" : "contribution"),
        amount(row, "acquisition_cost"),
        row.clv_cac === null ? "" : speech.number(Number(row.clv_cac), 1),
      ]),
    ),
    ...(hasObserved ? [t.observedNote] : [t.tooYoung]),
    t.priorNote,
  ].join("\n");
}
