/** What the command line says of segments and the moves between them. */
export const segmentTexts = {
  command: "print segments, who came and went, and by which rules",
  transitionsCommand:
    "print transition probabilities between segments, and the next month's stocks",
  level: "segments",
  grain: "period",
  months: "months ahead",
  last: "this many of the latest periods",
  periodEnd: "moves of the period that ends on this day, such as 2026-06-30; the latest if absent",
  learntOn: "moves of the month that ends on this day, such as 2026-06-30; all months if absent",
  segment: "segment",
  customers: "customers",
  came: "came",
  went: "went",
  byTime: "by time alone",
  stayRate: "stayed",
  revenue: "revenue",
  worth: "expected",
  rule: "who",
  caption: (day: string) => `segments at the end of the period to ${day}`,
  timeNote: "by time alone: went and bought nothing meanwhile",
  moves: "moves",
  move: (from: string, to: string, count: string, aged: string, mark: string) =>
    `  ${from} → ${to}: ${count} (${aged} by time alone), ${mark}`,
  stability: (day: string, agreement: string, shift: string) =>
    `learned at ${day}; agreement of resampled customers ${agreement} (1 is equal); shift since then ${shift} (above 0.25 learn anew)`,
  none: "There is no complete month yet, so there are no segments.",
  noTransitions: "There are no transition probabilities yet.",
  transitions: (months: string) => `where customers are ${months} month(s) later`,
  from: "from",
  to: "to",
  n: "n",
  probability: "probability",
  interval: "80 % interval",
  mark: "mark",
  share: (n: string, all: string) => `${n} of ${all}`,
  range: (low: string, high: string) => `${low} – ${high}`,
  intervalNote: "Late months count for more; intervals are as wide as months differ.",
  stocks: (day: string) => `today's customers at ${day}`,
  today: "today",
  expected: "expected",
  judged: (day: string, change: string, low: string, high: string) =>
    `Month to ${day}, foreseen before it came: log-loss ${change} against the moves of the month before (95 %: ${low} to ${high}).`,
  calibration: (error: string, off: string, today: string) =>
    `Calibration error ${error}; stocks off by ${off} of customers, “as today” by ${today}.`,
  reasons: {
    TOO_LITTLE_HISTORY:
      "There are no two month ends to compare yet: macro segments only, no forecast of moves.",
    ONE_SEGMENT: "All customers are in one segment and stay there: there is no move to foresee.",
  } as Readonly<Record<string, string>>,
  marks: { desired: "desired", undesired: "undesired", neutral: "neutral" } as Readonly<
    Record<string, string>
  >,
  macros: {
    prospect: "prospect",
    new: "new",
    active_high: "active high",
    active_mid: "active mid",
    active_low: "active low",
    cooling_valuable: "cooling valuable",
    cooling_low: "cooling low",
    inactive_valuable: "inactive valuable",
    inactive_low: "inactive low",
    cancelled: "cancelled",
    "": "none",
  } as Readonly<Record<string, string>>,
};
