import { CUSTOMER_NAMES } from "./role-names.ts";
import type { RoleSpec } from "./roles.ts";

/** The customer of a row in tables where one without a customer says nothing. */
export const CUSTOMER: RoleSpec = {
  kind: "id",
  required: true,
  needed: true,
  column: "customer_id",
  names: CUSTOMER_NAMES,
};
