import { doctor } from "./de/doctor.ts";
import { doctorDomains } from "./de/doctor-domains.ts";
import { importRoles } from "./de/import-roles.ts";
import { inbox } from "./de/inbox.ts";
import { newCustomers } from "./de/new-customers.ts";
import { settings } from "./de/settings.ts";
import { steps } from "./de/steps.ts";
import { transitions } from "./de/transitions.ts";

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
};
