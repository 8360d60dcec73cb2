type WarningCode =
  | "AMOUNT_LIKE_COLUMNS"
  | "AMOUNT_IS_GROSS"
  | "BASIS_ASSUMED"
  | "CURRENCY_DIFFERS"
  | "CURRENCY_IN_NAME"
  | "CUSTOMER_IDS_END_IN_POINT_ZERO"
  | "HEADERS_DUPLICATE"
  | "LATER_IMPORTS_SKIPPED_ROWS"
  | "NO_AMOUNT"
  | "ORDER_IDS_ROUNDED"
  | "OTHER_SHEETS";

/** Something that does not stop an import and that a person should know of. */
export type SourceWarning = {
  readonly code: WarningCode;
  readonly details: Readonly<Record<string, unknown>>;
};
