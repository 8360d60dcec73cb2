import { CodedError } from "../coded-error.ts";

/** What went wrong while making demo data. */
export class DemoError extends CodedError<"DEMO_OPTION_INVALID" | "DEMO_CANCELLED"> {
  override readonly name = "DemoError";
}
