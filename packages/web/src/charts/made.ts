/** What the figures of a chart are made of. A chart that cannot say one of these is not drawn. */
export type Made = {
  readonly period: string;
  readonly n: string;
  readonly basis: string;
  readonly method: string;
  /** What else has to be known, such as a period that still runs. */
  readonly note?: string | undefined;
};

/** The foot of a chart. */
export function madeText({ period, n, basis, method, note }: Made): string {
  return [period, n, basis, method, ...(note ? [note] : [])].join(" · ");
}
