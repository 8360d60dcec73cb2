import { backtest } from "./de/backtest.ts";
import { calculator } from "./de/calculator.ts";
import { charts } from "./de/charts.ts";
import { cockpit } from "./de/cockpit.ts";
import { cohorts } from "./de/cohorts.ts";
import { customer } from "./de/customer.ts";
import { customerOutlook } from "./de/customer-outlook.ts";
import { doctor } from "./de/doctor.ts";
import { errors } from "./de/errors.ts";
import { events } from "./de/events.ts";
import { feedback } from "./de/feedback.ts";
import { figures } from "./de/figures.ts";
import { importRoles } from "./de/import-roles.ts";
import { imports } from "./de/imports.ts";
import { inbox } from "./de/inbox.ts";
import { refusals } from "./de/refusals.ts";
import { segments } from "./de/segments.ts";
import { settings } from "./de/settings.ts";
import { shell } from "./de/shell.ts";
import { transitions } from "./de/transitions.ts";
import { tour } from "./de/tour.ts";
import { value } from "./de/value.ts";
import { views } from "./de/views.ts";
import { warnings } from "./de/warnings.ts";
import type { Catalogue } from "./en.ts";

/** The type makes a missing translation a compile error. */
export const de: Catalogue = {
  ...shell,
  ...charts,
  ...value,
  ...backtest,
  ...customer,
  ...doctor,
  ...imports,
  ...importRoles,
  ...figures,
  ...cohorts,
  ...calculator,
  ...cockpit,
  ...feedback,
  ...inbox,
  ...warnings,
  ...segments,
  ...settings,
  ...events,
  ...views,
  ...transitions,
  ...customerOutlook,
  ...tour,
  ...errors,
  ...refusals,
};
