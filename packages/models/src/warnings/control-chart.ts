/**
 * A control chart of shares: what is out of the ordinary for this segment, judged by its own past.
 *
 * @see Laney (2002), "Improved control charts for attributes", Quality Engineering 14(4), for
 *   limits that hold where shares vary more than chance alone lets them; Roberts (1959) for the
 *   moving average, which notices slow drift
 */
import { ModelError, requireLength } from "../errors.ts";

export type ChartPoint = {
  readonly share: number;
  /** Expected from the periods before; null while there are too few of them. */
  readonly centre: number | null;
  /** Limits of this period's share: three standard deviations, within [0, 1]. */
  readonly lower: number | null;
  readonly upper: number | null;
  /** The weighted mean of the recent deviations, in its own standard deviations; null as above. */
  readonly drift: number | null;
  readonly signal: "above" | "below" | "rising" | "falling" | null;
  /** The index of the period since which a rising or falling share departs; null without signal. */
  readonly since: number | null;
};

export type ChartOptions = {
  /** Periods that limits are learnt from at least; 6. */
  readonly learning?: number;
  /** Periods looked back on at most; 12, a year of months with all its seasons. */
  readonly memory?: number;
};

const WIDTH = 3;
/** Weight of the newest period in the moving average. */
const NEWEST = 0.3;
/** Turns a mean moving range of two into a standard deviation of the normal. */
const RANGE_TO_DEVIATION = 1.128;

/**
 * One point a period. Limits come from earlier periods only, without those that were out of their
 * own limits: a shift does not make itself ordinary at once.
 *
 * @param moved how many made the move in each period, oldest first.
 * @param size how many could have made it; a period with 0 has no share and teaches nothing.
 * @throws ModelError COLUMN_LENGTHS_DIFFER; VALUE_OUT_OF_RANGE unless 0 ≤ moved ≤ size
 */
export function controlChart(
  moved: Float64Array,
  size: Float64Array,
  { learning = 6, memory = 12 }: ChartOptions = {},
): ChartPoint[] {
  requireCounts(moved, size);
  const points: ChartPoint[] = [];
  const ordinary: number[] = [];
  const away: { readonly period: number; readonly z: number }[] = [];
  let average = 0;
  let counted = 0;
  for (let i = 0; i < moved.length; i++) {
    const share = size[i] > 0 ? moved[i] / size[i] : 0;
    const past = ordinary.slice(-memory);
    if (size[i] === 0 || past.length < learning) {
      points.push({ ...UNJUDGED, share });
      if (size[i] > 0) ordinary.push(i);
      continue;
    }
    const { centre, deviation } = ordinaryOf(past, moved, size, size[i]);
    const z = deviation > 0 ? (share - centre) / deviation : 0;
    average = NEWEST * z + (1 - NEWEST) * average;
    counted += 1;
    away.push({ period: i, z });
    const spread = Math.sqrt((NEWEST / (2 - NEWEST)) * (1 - (1 - NEWEST) ** (2 * counted)));
    const drift = average / spread;
    const signal = signalOf(z, drift);
    points.push({
      share,
      centre,
      lower: Math.max(0, centre - WIDTH * deviation),
      upper: Math.min(1, centre + WIDTH * deviation),
      drift,
      signal,
      since: signal && departure(away.slice(-memory), signal),
    });
    if (signal === null) ordinary.push(i);
  }
  return points;
}

const UNJUDGED = {
  centre: null,
  lower: null,
  upper: null,
  drift: null,
  signal: null,
  since: null,
} as const;

function signalOf(z: number, drift: number): ChartPoint["signal"] {
  if (Math.abs(z) > WIDTH) return z > 0 ? "above" : "below";
  if (Math.abs(drift) > WIDTH) return drift > 0 ? "rising" : "falling";
  return null;
}

/**
 * The period since which a share departs: of a jump the first one beyond the limits; of a drift
 * where its deviations began to add up, with half a standard deviation of slack.
 *
 * @see Page (1954), "Continuous inspection schemes", Biometrika 41
 */
function departure(
  away: readonly { readonly period: number; readonly z: number }[],
  signal: "above" | "below" | "rising" | "falling",
): number {
  const direction = signal === "above" || signal === "rising" ? 1 : -1;
  const slack = signal === "above" || signal === "below" ? WIDTH : 0.5;
  let sum = 0;
  let since = away.length - 1;
  away.forEach(({ z }, i) => {
    const before = sum;
    sum = Math.max(0, sum + direction * z - slack);
    if (before === 0 && sum > 0) since = i;
  });
  return away[since].period;
}

/** Centre and standard deviation of a share of `size`, from the periods in `past`. */
function ordinaryOf(
  past: readonly number[],
  moved: Float64Array,
  size: Float64Array,
  newSize: number,
): { centre: number; deviation: number } {
  const total = past.reduce((sum, i) => sum + size[i], 0);
  // Half a move on either side: a segment nobody ever left has a limit too.
  const centre = (past.reduce((sum, i) => sum + moved[i], 0) + 0.5) / (total + 1);
  const byChance = (n: number) => Math.sqrt((centre * (1 - centre)) / n);
  const z = past.map((i) => (moved[i] / size[i] - centre) / byChance(size[i]));
  const ranges = z.slice(1).reduce((sum, one, i) => sum + Math.abs(one - z[i]), 0);
  const beyondChance = ranges / (z.length - 1) / RANGE_TO_DEVIATION;
  return { centre, deviation: byChance(newSize) * Math.max(1, beyondChance) };
}

function requireCounts(moved: Float64Array, size: Float64Array): void {
  requireLength("moved", moved, size.length);
  const row = moved.findIndex((count, i) => !(count >= 0 && count <= size[i]));
  if (row < 0) return;
  const message = "no more can move than there are";
  throw new ModelError("VALUE_OUT_OF_RANGE", message, { column: "moved", row });
}
