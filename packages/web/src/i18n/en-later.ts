import { doctor } from "./en/doctor.ts";
import { doctorDomains } from "./en/doctor-domains.ts";
import { importRoles } from "./en/import-roles.ts";
import { inbox } from "./en/inbox.ts";
import { newCustomers } from "./en/new-customers.ts";
import { settings } from "./en/settings.ts";
import { steps } from "./en/steps.ts";
import { transitions } from "./en/transitions.ts";

/** What only other pages say: loaded with the first of them. */
export const later = {
  ...doctor,
  ...doctorDomains,
  ...importRoles,
  ...inbox,
  ...newCustomers,
  ...settings,
  ...steps,
  ...transitions,
} as const;
