import type { Row } from "../engines/engine.ts";

export type DoctorFinding = {
  /** Stable; people's words for it are with the command line and the dashboard. */
  readonly code: string;
  readonly severity: "info" | "warning" | "problem";
  readonly count: number;
  /** Of the lines, orders or customers that the finding speaks of; null where it makes no sense. */
  readonly share: number | null;
  /** In the workspace's currency; null where there is none. */
  readonly amount: number | null;
  readonly details: Readonly<Record<string, string | number | null>>;
};

type Extras = Partial<Omit<DoctorFinding, "code" | "severity" | "count">>;

/** Reads the counts, and makes a finding of each that is above 0. */
export function reader(counts: Row) {
  const n = (name: string) => Number(counts[name] ?? 0);
  const money = (name: string) => (counts[name] == null ? null : Number(counts[name]));
  const of = (part: number, whole: number) => (whole > 0 ? part / whole : null);
  const found = (
    code: string,
    severity: DoctorFinding["severity"],
    count: number,
    extras: Extras = {},
  ): DoctorFinding[] => {
    const share = of(count, n("lines"));
    return count > 0
      ? [{ code, severity, count, share, amount: null, details: {}, ...extras }]
      : [];
  };
  return { n, money, of, found };
}
