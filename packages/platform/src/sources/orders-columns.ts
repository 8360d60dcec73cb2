/** How each column of orders is read from the text cells of a file. */
import type { ReadPlan } from "./ledger-target.ts";
import { currencySql, FACTOR, MONEY, numberOf, timeOf } from "./read-column.ts";
import type { Basis, Role } from "./roles.ts";
import { idText, plainText } from "./sql-text.ts";

/** The columns of orders that a file fills, in the order of sql/ledger/orders.sql. */
export const ORDER_COLUMNS = {
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
  tax_rate: "DOUBLE",
  country: "VARCHAR",
} as const;
type OrderColumn = keyof typeof ORDER_COLUMNS;

/** SQL over the cells, by column; what no cell says is left out. */
export function orderColumns(plan: ReadPlan): Record<string, string> {
  const { cells, currency } = plan;
  const read = (role: Role, sql: (cell: string) => string) => {
    const cell = cells[role];
    return cell ? sql(cell) : undefined;
  };
  const quantity = numberOf(plan, "quantity", FACTOR);
  const columns: Record<OrderColumn, string | undefined> = {
    order_id: read("order", idText),
    line_id: read("line", idText),
    customer_id: read("customer", idText),
    ordered_at: timeOf(plan, "time"),
    product_id: read("product", plainText),
    category: read("category", plainText),
    quantity: quantity && `CAST(${quantity} AS DOUBLE)`,
    amount: amountSql(plan),
    tax_amount: numberOf(plan, "tax", MONEY),
    cost: costSql(plan),
    currency: read("currency", (cell) => currencySql(cell, currency)),
    channel: read("channel", plainText),
    return_of: read("returnOf", idText),
    tax_rate: taxRateSql(plan),
    country: read("country", plainText),
  };
  return Object.fromEntries(
    Object.entries(columns).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

/** The roles that make up the amount; none where a file names purchases only. */
export function amountRoles({ cells, basis }: ReadPlan): readonly Role[] {
  if (cells.amount) return ["amount"];
  if (cells.unitPrice && cells.quantity) return ["quantity", "unitPrice"];
  if (cells.gross) return basis === "net" && cells.tax ? ["gross", "tax"] : ["gross"];
  return [];
}

/** Whether the amounts that the ledger gets hold tax; undefined where a file has none. */
export function amountBasis(plan: ReadPlan): Basis | undefined {
  const roles = amountRoles(plan);
  if (roles.length === 0) return undefined;
  return roles.length === 1 && roles[0] === "gross" ? "gross" : plan.basis;
}

/** Rates are written as 0.19 or as 19; none is below 1 %. */
function taxRateSql(plan: ReadPlan): string | undefined {
  const rate = numberOf(plan, "taxRate", FACTOR);
  return rate && `CAST(CASE WHEN ${rate} >= 1 THEN ${rate} / 100 ELSE ${rate} END AS DOUBLE)`;
}

function amountSql(plan: ReadPlan): string | undefined {
  const [first, second] = amountRoles(plan);
  if (!first) return undefined;
  if (!second) return numberOf(plan, first, MONEY);
  if (first === "quantity") return productSql(plan, first, second);
  return `${numberOf(plan, first, MONEY)} - ${numberOf(plan, second, MONEY)}`;
}

function costSql(plan: ReadPlan): string | undefined {
  const { cost, unitCost, quantity } = plan.cells;
  if (cost || !unitCost) return numberOf(plan, "cost", MONEY);
  return quantity ? productSql(plan, "quantity", "unitCost") : numberOf(plan, "unitCost", MONEY);
}

function productSql(plan: ReadPlan, first: Role, second: Role): string {
  const product = `${numberOf(plan, first, FACTOR)} * ${numberOf(plan, second, FACTOR)}`;
  return `try_cast(${product} AS ${MONEY})`;
}
