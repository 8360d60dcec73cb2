import { backtest } from "./en/backtest.ts";
import { calculator } from "./en/calculator.ts";
import { charts } from "./en/charts.ts";
import { cockpit } from "./en/cockpit.ts";
import { cohorts } from "./en/cohorts.ts";
import { customer } from "./en/customer.ts";
import { customerOutlook } from "./en/customer-outlook.ts";
import { errors } from "./en/errors.ts";
import { events } from "./en/events.ts";
import { feedback } from "./en/feedback.ts";
import { figures } from "./en/figures.ts";
import { imports } from "./en/imports.ts";
import { refusals } from "./en/refusals.ts";
import { segments } from "./en/segments.ts";
import { shell } from "./en/shell.ts";
import { tour } from "./en/tour.ts";
import { value } from "./en/value.ts";
import { views } from "./en/views.ts";
import { warnings } from "./en/warnings.ts";

/** What the start page says, and what surrounds every page: loaded before anything is shown. */
export const first = {
  ...shell,
  ...charts,
  ...value,
  ...backtest,
  ...customer,
  ...imports,
  ...figures,
  ...cohorts,
  ...calculator,
  ...cockpit,
  ...feedback,
  ...warnings,
  ...segments,
  ...events,
  ...views,
  ...tour,
  ...customerOutlook,
  ...errors,
  ...refusals,
} as const;
