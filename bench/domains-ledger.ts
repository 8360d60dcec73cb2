import type { Engine } from "../packages/platform/src/engines/engine.ts";

/** Months since the first one of the history, October 2023. */
const FIRST_MONTH = Date.UTC(2023, 9, 1);
export const HISTORY_MONTHS = 36;

/** Rows of 36 months for 1 million customers; other sizes in proportion. */
const ROWS = {
  orders: 10_000_000,
  usage: 12_000_000,
  campaign_members: 9_500_000,
  interactions: 5_000_000,
  feedback: 1_000_000,
  consents: 1_000_000,
  subscriptions: 400_000,
  referrals: 100_000,
} as const;

/** One month of one table of the ledger: a SELECT over `i`, the number of the row. */
type MonthRows = { readonly rows: number; readonly select: string };

/** The first day of a month of the history. */
export function monthStart(month: number): Date {
  const first = new Date(FIRST_MONTH);
  return new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + month, 1));
}

/** The last day of a month of the history. */
export function monthEnd(month: number): Date {
  return new Date(monthStart(month + 1).getTime() - 86_400_000);
}

/** How many customers there are in a month: a fifth at the start, then evenly more. */
function customersBy(month: number, customers: number): number {
  return Math.round(customers * Math.min(0.2 + (0.8 * (month + 1)) / HISTORY_MONTHS, 1.1));
}

/**
 * Writes one month of all ten domains into the ledger, each as an import of its own, with returns
 * of purchases of the same and the three months before.
 *
 * @returns the number of rows
 */
export async function fillMonth(engine: Engine, month: number, customers: number): Promise<number> {
  const tables = { ...described(month, customers), ...happened(month, customers) };
  let written = 0;
  for (const [place, [table, { rows, select }]] of Object.entries(tables).entries()) {
    const importId = month * 100 + place + 1;
    const sql = `INSERT INTO ${table} BY NAME
      SELECT CAST(${importId} AS INTEGER) AS import_id, i AS line, ${select} FROM range(${rows}) AS numbers (i)`;
    let added = await engine.run(sql);
    if (table === "orders") added += await sendBack(engine, month, importId, rows);
    await engine.run(
      `INSERT INTO imports BY NAME SELECT CAST(${importId} AS INTEGER) AS import_id,
         '${table}' AS target, '${table}' AS source, CAST(${added} AS BIGINT) AS rows_added,
         CAST(0 AS BIGINT) AS rows_superseded, TIMESTAMP '${isoDay(monthStart(month + 1))}' AS imported_at`,
    );
    written += added;
  }
  return written;
}

/** Who and what there is: the register, products, costs, campaigns, contracts. */
function described(month: number, customers: number): Record<string, MonthRows> {
  const u = (salt: number) => uniform(month, salt);
  const known = customersBy(month, customers);
  const before = month === 0 ? 0 : customersBy(month - 1, customers);
  const ofMonth = `DATE '${isoDay(monthStart(month))}'`;
  const name = `concat('C', lpad(CAST(i + ${before} AS VARCHAR), 7, '0'))`;
  return {
    customers: {
      rows: known - before,
      select: `${name} AS customer_id, ${dayOf(month, 1)} AS registered_on,
        CAST(1940 + floor(${u(2)} * 65) AS INTEGER) AS birth_year,
        CASE WHEN ${u(3)} < 0.5 THEN 'f' ELSE 'm' END AS gender,
        ${pick(["DE", "DE", "DE", "AT", "CH"], u(4))} AS country,
        concat('R', CAST(CAST(floor(${u(5)} * 16) AS INTEGER) AS VARCHAR)) AS region,
        ${pick(["search", "social", "shop", "partner", "fair"], u(6))} AS acquisition_channel`,
    },
    customer_attributes: {
      rows: known - before,
      select: `${name} AS customer_id, 'segment' AS attribute,
        ${pick(["S", "M", "L"], u(1))} AS value, ${dayOf(month, 1)} AS valid_from`,
    },
    products: {
      rows: month === 0 ? 1000 : 5,
      select: `concat('P', CAST(i + ${month * 1000} AS VARCHAR)) AS product_id,
        concat('K', CAST(i % 20 AS VARCHAR)) AS category`,
    },
    costs: {
      rows: 10,
      select: `'acquisition' AS kind, ${ofMonth} AS period_start, ${ofMonth} + 27 AS period_end,
        ${pick(["search", "social", "shop", "partner", "fair"], "i / 10.0")} AS channel,
        CAST(1000 + 500 * i AS DECIMAL(18, 4)) AS amount`,
    },
    campaigns: {
      rows: 4,
      select: `concat('K${month}-', CAST(i AS VARCHAR)) AS campaign_id, 'email' AS channel`,
    },
    subscriptions: {
      rows: rowsOf("subscriptions", customers),
      select: `concat('S${month}-', CAST(i AS VARCHAR)) AS subscription_id,
        ${customer(u(1), known)} AS customer_id, ${pick(["S", "M", "L", "XL"], u(2))} AS plan,
        ${dayOf(month, 3)} AS started_on,
        CASE WHEN ${u(4)} < 0.6 THEN ${dayOf(month, 3)} + CAST(30 + floor(${u(5)} * 400) AS INTEGER) END
          AS ended_on,
        CAST(10 + floor(${u(6)} * 4) * 10 AS DECIMAL(18, 4)) AS monthly_fee, 'active' AS state`,
    },
  };
}

/** What customers did and said in the month. */
function happened(month: number, customers: number): Record<string, MonthRows> {
  const u = (salt: number) => uniform(month, salt);
  const known = customersBy(month, customers);
  const who = (salt: number) => `${customer(u(salt), known)} AS customer_id`;
  // Two of three orders have two lines.
  const order = "CAST(floor(i * 0.6) AS BIGINT)";
  const ofOrder = (salt: number) => uniform(month, salt, order);
  return {
    orders: {
      rows: rowsOf("orders", customers),
      select: `concat('O${month}-', CAST(${order} AS VARCHAR)) AS order_id,
        ${customer(ofOrder(1), known)} AS customer_id,
        CAST(${dayOf(month, 2, order)} AS TIMESTAMP) AS ordered_at,
        concat('P', CAST(CAST(floor(1000 * pow(${u(3)}, 2)) AS INTEGER) AS VARCHAR)) AS product_id,
        CAST(exp(2 + ${u(4)} * 3) AS DECIMAL(18, 2)) AS amount,
        CAST(exp(2 + ${u(4)} * 3) * 0.6 AS DECIMAL(18, 2)) AS cost,
        ${pick(["web", "app", "shop", "phone"], ofOrder(5))} AS channel`,
    },
    usage: {
      rows: rowsOf("usage", customers),
      select: `${who(1)}, CAST(${dayOf(month, 2)} AS TIMESTAMP) AS used_at,
        concat('F', CAST(CAST(floor(${u(3)} * 8) AS INTEGER) AS VARCHAR)) AS feature, floor(${u(4)} * 10) AS quantity`,
    },
    campaign_members: {
      rows: rowsOf("campaign_members", customers),
      select: `concat('K${month}-', CAST(i % 4 AS VARCHAR)) AS campaign_id, ${who(1)},
        CAST(${dayOf(month, 2)} AS TIMESTAMP) AS contacted_at, ${u(3)} < 0.05 AS responded`,
    },
    interactions: {
      rows: rowsOf("interactions", customers),
      select: `${who(1)}, CAST(${dayOf(month, 2)} AS TIMESTAMP) AS happened_at,
        ${pick(["phone", "chat", "email"], u(3))} AS channel,
        ${pick(["question", "complaint", "return", "order"], u(4))} AS kind,
        floor(${u(5)} * 30) AS duration_minutes, CAST(2 + ${u(6)} * 5 AS DECIMAL(18, 2)) AS cost`,
    },
    feedback: {
      rows: rowsOf("feedback", customers),
      select: `${who(1)}, CAST(${dayOf(month, 2)} AS TIMESTAMP) AS given_at,
        CASE WHEN ${u(3)} < 0.6 THEN 'nps' ELSE 'csat' END AS kind,
        CASE WHEN ${u(3)} < 0.6 THEN floor(11 * sqrt(${u(4)})) ELSE 1 + floor(5 * sqrt(${u(4)})) END
          AS score, ${pick(["email", "app"], u(5))} AS channel`,
    },
    consents: {
      rows: rowsOf("consents", customers),
      select: `${who(1)}, 'newsletter' AS purpose, 'email' AS channel, ${u(3)} < 0.8 AS granted,
        CAST(${dayOf(month, 2)} AS TIMESTAMP) AS decided_at`,
    },
    referrals: {
      rows: rowsOf("referrals", customers),
      select: `${customer(u(1), known)} AS referrer_id, ${customer(u(2), known)} AS referred_id,
        ${dayOf(month, 3)} AS referred_on`,
    },
  };
}

/** Of each month's lines 1.5 % come back in it, and 1 %, 0.4 % and 0.1 % in the three after it. */
function sendBack(engine: Engine, month: number, importId: number, line: number): Promise<number> {
  const draw = "CAST(hash(import_id, line) % 1000 AS INTEGER)";
  const months = `date_diff('month', date_trunc('month', ordered_at), TIMESTAMP '${isoDay(monthStart(month))}')`;
  return engine.run(
    `INSERT INTO orders BY NAME
     SELECT CAST(${importId} AS INTEGER) AS import_id,
       row_number() OVER (ORDER BY orders.import_id, orders.line) + ${line} AS line,
       concat('R', order_id) AS order_id, customer_id,
       CASE ${months} WHEN 0 THEN ordered_at + INTERVAL 10 DAY
         ELSE TIMESTAMP '${isoDay(monthStart(month))}' + to_days(CAST(extract(day FROM ordered_at) AS INTEGER) - 1) END
         AS ordered_at,
       product_id, -amount AS amount, -cost AS cost, channel, order_id AS return_of
     FROM orders
     WHERE amount > 0 AND ordered_at >= TIMESTAMP '${isoDay(monthStart(month - 3))}'
       AND extract(day FROM ordered_at) <= 18
       AND CASE ${months} WHEN 0 THEN ${draw} < 25 WHEN 1 THEN ${draw} BETWEEN 100 AND 116
         WHEN 2 THEN ${draw} BETWEEN 200 AND 206 ELSE ${draw} BETWEEN 300 AND 301 END`,
  );
}

function rowsOf(table: keyof typeof ROWS, customers: number): number {
  return Math.round((ROWS[table] / HISTORY_MONTHS) * (customers / 1_000_000));
}

/** A number in [0, 1), the same at every call. */
function uniform(month: number, salt: number, of = "i"): string {
  return `(CAST(hash(${of}, ${month}, ${salt}) % 1000000 AS DOUBLE) / 1000000)`;
}

/** A few come often, most seldom. */
function customer(u: string, known: number): string {
  return `concat('C', lpad(CAST(CAST(floor(${known} * pow(${u}, 1.6)) AS INTEGER) AS VARCHAR), 7, '0'))`;
}

function dayOf(month: number, salt: number, of = "i"): string {
  const days = monthEnd(month).getUTCDate();
  return `(DATE '${isoDay(monthStart(month))}' + CAST(floor(${days} * ${uniform(month, salt, of)}) AS INTEGER))`;
}

function pick(values: readonly string[], u: string): string {
  const list = values.map((value) => `'${value}'`).join(", ");
  return `list_extract([${list}], CAST(floor(${values.length} * ${u}) AS INTEGER) + 1)`;
}

function isoDay(day: Date): string {
  return day.toISOString().slice(0, 10);
}
