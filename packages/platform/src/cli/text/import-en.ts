/** What the command line says of imports. */
export const importTexts = {
  summary: (file: string, n: Counts) =>
    `${file}: ${n.read} rows read, ${n.added} added, ${n.known} known already, ${n.superseded} replaced, ${n.rejected} refused`,
  already: (file: string, id: number) =>
    `${file}: imported before (import ${id}); nothing has changed`,
  period: (first: string, last: string) => `from ${first} to ${last}`,
  into: (table: string) => `into ${table}`,
  tables: {
    orders: "orders",
    customers: "customers",
    customer_attributes: "attributes of customers",
    subscriptions: "subscriptions",
    interactions: "interactions",
    usage: "usage",
    feedback: "feedback",
    costs: "costs",
    products: "products",
    campaigns: "campaigns",
    campaign_members: "campaign members",
    referrals: "referrals",
    consents: "consents",
    exchange_rates: "exchange rates",
    identifiers: "identifiers",
  } as Readonly<Record<string, string>>,
  mapping: "columns",
  unused: "not used",
  rejectsAre: (file: string) => `refused rows are in ${file}`,
  rejectsHint: "use --rejects FILE to get the refused rows with their reasons",
  undone: (id: number, removed: string, restored: string) =>
    `import ${id} taken back: ${removed} rows removed, ${restored} restored`,
  none: "nothing has been imported yet",
  wouldBe: "as read",
  raw: "in the file",
  line: "line",
  nothingWritten: "dry run: nothing was imported",
  answers: { net: "net", gross: "gross" },
  askBasis: (file: string, preset: string) =>
    `${file}: ${preset} does not say whether amounts are net or gross. Which are they?`,
  warnings: {
    AMOUNT_LIKE_COLUMNS: (n) =>
      `several columns look like amounts; ${n.chosen} was taken, not ${n.others}`,
    AMOUNT_IS_GROSS: (n) => `the amounts of ${n.column} include tax`,
    BASIS_ASSUMED: (n) =>
      `${n.preset} does not say whether amounts are net or gross; they are taken for ${n.basis}. If they are not: import again with --basis ${n.other} --replace, or write basis: ${n.other} at the source in kundenwert.yaml`,
    CURRENCY_DIFFERS: (n) =>
      `some rows are in another currency than ${n.workspace} (${n.currencies}); they count by imported exchange rates, or not at all`,
    CURRENCY_IN_NAME: (n) =>
      `the column ${n.column} speaks of ${n.currency}, but ${n.recorded} is recorded; set --currency, and currency in kundenwert.yaml`,
    CUSTOMER_IDS_END_IN_POINT_ZERO: (n) =>
      `customer numbers end in “.0” (${n.value}): some program took them for numbers`,
    HEADERS_DUPLICATE: (n) => `columns of the same name: ${n.columns}`,
    LATER_IMPORTS_SKIPPED_ROWS: (n) =>
      `later imports (${n.imports}) had skipped rows that are gone now; import their files again`,
    NO_AMOUNT: () => "there is no column of amounts: purchases can be foreseen, their value cannot",
    OTHER_SHEETS: (n) => `the sheet ${n.sheet} was read; there are more: ${n.others}`,
    ORDER_IDS_ROUNDED: (n) =>
      `${n.count} order numbers in ${n.column} were rounded by a spreadsheet (${n.value}): different orders may have become one; export them as text`,
  } as Readonly<Record<string, (facts: Facts) => string>>,
  reasons: {
    TIME_MISSING: "no time",
    TIME_UNREADABLE: "time not readable",
    TIME_OUT_OF_RANGE: "time is impossible",
    AMOUNT_MISSING: "no amount",
    AMOUNT_UNREADABLE: "amount not readable",
    AMOUNT_OUT_OF_RANGE: "amount is impossible",
    QUANTITY_UNREADABLE: "quantity not readable",
    NUMBER_UNREADABLE: "number not readable",
    NUMBER_OUT_OF_RANGE: "number is impossible",
    FLAG_UNREADABLE: "neither yes nor no",
    VALUE_MISSING: "no value",
    ID_MISSING: "no id",
    KIND_UNKNOWN: "unknown kind of answer",
    SCORE_OUT_OF_RANGE: "score beyond its scale",
    OF_ANOTHER_KIND: "nothing for this table, such as a payment or an order never paid",
    CUSTOMER_LOOKS_NUMERIC_ROUNDED: "customer number was rounded by a spreadsheet",
    TOO_MANY_FIELDS: "too many fields",
    TOO_FEW_FIELDS: "too few fields",
    ROW_TOO_LONG: "row too long",
    QUOTE_NOT_CLOSED: "quote is never closed",
    NUL_BYTE: "contains a NUL byte",
    ENCODING_BROKEN: "broken characters",
    JSON_UNREADABLE: "not valid JSON",
  } as Readonly<Record<string, string>>,
};

type Facts = Readonly<Record<string, string>>;
type Counts = { read: string; added: string; known: string; superseded: string; rejected: string };
