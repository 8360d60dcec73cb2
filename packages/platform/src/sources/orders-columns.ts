/** How each column of orders is read from the text cells of a file. */
import type { FileFormat } from "./file-format.ts";
import { numberSql } from "./number-sql.ts";
import type { Basis, Mapping, NumberRole, Role } from "./roles.ts";
import { idText, literal, plainText } from "./sql-text.ts";
import { timeSql } from "./time-sql.ts";

export const MONEY = "DECIMAL(18, 4)";
/** Quantities and prices of one may have more digits; their product has all of both. */
export const FACTOR = "DECIMAL(18, 6)";

/** The columns of orders that a file fills, in the order of sql/ledger/orders.sql. */
const TYPES = {
  order_id: "VARCHAR",
  line_id: "VARCHAR",
  customer_id: "VARCHAR",
  ordered_at: "TIMESTAMP",
  product_id: "VARCHAR",
  category: "VARCHAR",
  quantity: "DOUBLE",
  amount: MONEY,
  tax_amount: MONEY,
  cost: MONEY,
  currency: "VARCHAR",
  channel: "VARCHAR",
  return_of: "VARCHAR",
} as const;
type OrderColumn = keyof typeof TYPES;
export const ORDER_COLUMNS = Object.keys(TYPES) as OrderColumn[];

export type OrdersPlan = {
  /** Where each role's text stands: an SQL name. */
  readonly cells: Readonly<Partial<Record<Role, string>>>;
  readonly names: Mapping;
  readonly format: Pick<FileFormat, "numbers" | "times">;
  readonly basis: Basis;
  readonly currency: string;
  readonly timeZone: string;
  /** Whether the relation has a column `broken`: rows that are no document. */
  readonly documents: boolean;
};

/** SQL over the cells, by column; what no cell says is left out. */
export function orderColumns(plan: OrdersPlan): Partial<Record<OrderColumn, string>> {
  const { cells, format, names, timeZone, currency } = plan;
  const read = (role: Role, sql: (cell: string) => string) => {
    const cell = cells[role];
    return cell ? sql(cell) : undefined;
  };
  const form = names.time ? format.times[names.time] : undefined;
  const quantity = numberOf(plan, "quantity", FACTOR);
  const columns: Record<OrderColumn, string | undefined> = {
    order_id: read("order", idText),
    line_id: read("line", idText),
    customer_id: read("customer", idText),
    ordered_at: form && read("time", (cell) => timeSql(cell, form, timeZone)),
    product_id: read("product", plainText),
    category: read("category", plainText),
    quantity: quantity && `CAST(${quantity} AS DOUBLE)`,
    amount: amountSql(plan),
    tax_amount: numberOf(plan, "tax", MONEY),
    cost: costSql(plan),
    currency: read("currency", (cell) => currencySql(cell, currency)),
    channel: read("channel", plainText),
    return_of: read("returnOf", idText),
  };
  return Object.fromEntries(Object.entries(columns).filter(([, sql]) => sql !== undefined));
}

/** SQL by column of what holds in every row, because the file says nothing of it. */
export function constantColumns(plan: OrdersPlan): Partial<Record<OrderColumn, string>> {
  const read = orderColumns(plan);
  const constants = ORDER_COLUMNS.filter((name) => read[name] === undefined).map((name) => [
    name,
    name === "currency" ? literal(plan.currency) : `CAST(NULL AS ${TYPES[name]})`,
  ]);
  return Object.fromEntries(constants);
}

/** A role's cell as a number; undefined where no column has the role. */
export function numberOf(
  { cells, names, format }: OrdersPlan,
  role: NumberRole,
  type: string,
): string | undefined {
  const cell = cells[role];
  const form = format.numbers[names[role] ?? ""];
  return cell && form ? numberSql(cell, form, type) : undefined;
}

/** The roles that make up the amount; none where a file names purchases only. */
export function amountRoles({ cells, basis }: OrdersPlan): readonly NumberRole[] {
  if (cells.amount) return ["amount"];
  if (cells.unitPrice && cells.quantity) return ["quantity", "unitPrice"];
  if (cells.gross) return basis === "net" && cells.tax ? ["gross", "tax"] : ["gross"];
  return [];
}

function amountSql(plan: OrdersPlan): string | undefined {
  const [first, second] = amountRoles(plan);
  if (!first) return undefined;
  if (!second) return numberOf(plan, first, MONEY);
  if (first === "quantity") return productSql(plan, first, second);
  return `${numberOf(plan, first, MONEY)} - ${numberOf(plan, second, MONEY)}`;
}

function costSql(plan: OrdersPlan): string | undefined {
  const { cost, unitCost, quantity } = plan.cells;
  if (cost || !unitCost) return numberOf(plan, "cost", MONEY);
  return quantity ? productSql(plan, "quantity", "unitCost") : numberOf(plan, "unitCost", MONEY);
}

function productSql(plan: OrdersPlan, first: NumberRole, second: NumberRole): string {
  const product = `${numberOf(plan, first, FACTOR)} * ${numberOf(plan, second, FACTOR)}`;
  return `try_cast(${product} AS ${MONEY})`;
}

function currencySql(cell: string, currency: string): string {
  return `coalesce(upper(${plainText(cell)}), ${literal(currency)})`;
}
