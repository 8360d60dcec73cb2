import { backtest } from "./en/backtest.ts";
import { calculator } from "./en/calculator.ts";
import { charts } from "./en/charts.ts";
import { cockpit } from "./en/cockpit.ts";
import { cohorts } from "./en/cohorts.ts";
import { customer } from "./en/customer.ts";
import { customerOutlook } from "./en/customer-outlook.ts";
import { doctor } from "./en/doctor.ts";
import { errors } from "./en/errors.ts";
import { events } from "./en/events.ts";
import { feedback } from "./en/feedback.ts";
import { figures } from "./en/figures.ts";
import { importRoles } from "./en/import-roles.ts";
import { imports } from "./en/imports.ts";
import { inbox } from "./en/inbox.ts";
import { refusals } from "./en/refusals.ts";
import { segments } from "./en/segments.ts";
import { settings } from "./en/settings.ts";
import { shell } from "./en/shell.ts";
import { transitions } from "./en/transitions.ts";
import { tour } from "./en/tour.ts";
import { value } from "./en/value.ts";
import { views } from "./en/views.ts";
import { warnings } from "./en/warnings.ts";

export const en = {
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
} as const;

export type Catalogue = Record<keyof typeof en, string>;
