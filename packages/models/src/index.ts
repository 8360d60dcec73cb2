export type { CustomerSummary } from "./customer-summary.ts";
export { ModelError, type ModelErrorCode } from "./errors.ts";
