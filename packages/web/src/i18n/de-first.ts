import { backtest } from "./de/backtest.ts";
import { calculator } from "./de/calculator.ts";
import { charts } from "./de/charts.ts";
import { cockpit } from "./de/cockpit.ts";
import { cohorts } from "./de/cohorts.ts";
import { customer } from "./de/customer.ts";
import { customerOutlook } from "./de/customer-outlook.ts";
import { errors } from "./de/errors.ts";
import { events } from "./de/events.ts";
import { feedback } from "./de/feedback.ts";
import { figures } from "./de/figures.ts";
import { imports } from "./de/imports.ts";
import { refusals } from "./de/refusals.ts";
import { segments } from "./de/segments.ts";
import { shell } from "./de/shell.ts";
import { tour } from "./de/tour.ts";
import { value } from "./de/value.ts";
import { views } from "./de/views.ts";
import { warnings } from "./de/warnings.ts";

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
};
