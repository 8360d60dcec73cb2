/** The calendar day of a moment in the workspace's time zone, such as 2026-03-31T14:05:00. */
export function localDay(moment: string | null): string | null {
  return moment?.slice(0, 10) ?? null;
}
