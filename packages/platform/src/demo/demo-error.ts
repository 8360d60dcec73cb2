/** What went wrong while making demo data. `code` is stable. */
export class DemoError extends Error {
  override readonly name = "DemoError";
  readonly code: "DEMO_OPTION_INVALID" | "DEMO_CANCELLED";
  readonly details: Readonly<Record<string, unknown>>;

  constructor(
    code: DemoError["code"],
    message: string,
    details: Readonly<Record<string, unknown>> = {},
    options: ErrorOptions = {},
  ) {
    super(message, options);
    this.code = code;
    this.details = details;
  }
}
