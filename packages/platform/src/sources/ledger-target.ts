import { ORDER_COLUMNS } from "./orders-columns.ts";

/** A table of the ledger that files are imported into, and how its rows are told apart. */
export type LedgerTarget = {
  readonly table: string;
  /** Where rows go that others replace. */
  readonly superseded: string;
  /** All columns but import_id and line, in the order of the table. */
  readonly columns: readonly string[];
  /** The columns that name a row within its source: all of a line, or one of an order. */
  readonly key: readonly string[];
};

export const ORDERS: LedgerTarget = {
  table: "orders",
  superseded: "orders_superseded",
  columns: ORDER_COLUMNS,
  key: ["order_id", "line_id"],
};
