import type { Session } from "../session.ts";

/** Says how many rows are not shown because their groups are too small. */
export function tellSuppressed(
  { speech, remark }: Session,
  rows: number,
  smallestGroup: number,
): void {
  const { text, number } = speech;
  if (rows > 0) remark(text.figures.suppressed(number(rows), number(smallestGroup)));
}
