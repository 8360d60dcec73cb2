/** The macro segments, from the first purchase to the last; every customer is in one of them. */
export const MACROS = [
  "prospect",
  "new",
  "active_high",
  "active_mid",
  "active_low",
  "cooling_valuable",
  "cooling_low",
  "inactive_valuable",
  "inactive_low",
  "cancelled",
] as const;
export type Macro = (typeof MACROS)[number];

/** Days that a customer with one purchase is new: two months. */
export const NEW_DAYS = 61;
