import {
  answers,
  bridgeOfThree,
  casesByState,
  cohortYears,
  equityCard,
  figureChanges,
  mrrPeriods,
} from "./worked-figures.ts";
import { countOf, each, quotient, total, type Work } from "./worked-rows.ts";
import {
  casesOfTransitions,
  changesOfTransitions,
  moves,
  movesInAll,
  segmentPeriods,
  stocks,
} from "./worked-segments.ts";

/** A screen with its filters as the address has them. */
export type Screen = {
  readonly path: string;
  /** The commands that print the same figures. */
  readonly told: readonly string[];
  /** What the screen works out from what is told. */
  readonly worked?: readonly Work[];
  /** Tables whose rows hold numbers of several rows that are told. */
  readonly sideBySide?: readonly string[];
};

const POINTS: Work = each(["difference", "low", "high"], (row) => ({
  ahead: Math.abs(Number(row.difference)),
  low: -Number(row.high),
  high: -Number(row.low),
}));

/** Every screen that shows figures. */
export const SCREENS: readonly Screen[] = [
  {
    path: "/?horizon=24",
    told: [
      "equity",
      "equity --table lorenz --horizon 24",
      "equity --table deciles --horizon 24",
      "figures --period quarter",
      "figures --table targets --period quarter",
      "value --horizon 24 --limit 10",
      "backtest",
      "doctor",
    ],
    worked: [equityCard, figureChanges, quotient("revenue_discounted", "customers"), POINTS],
  },
  {
    path: "/equity?horizon=12&basis=contribution",
    told: [
      "equity",
      "equity --table bridge",
      "new-customers --horizon 12",
      "equity --table lorenz --horizon 12",
      "equity --table deciles --horizon 12",
      "equity --table classes --horizon 12",
    ],
    worked: [equityCard, bridgeOfThree],
    sideBySide: ["Abstimmung"],
  },
  { path: "/customers?horizon=24", told: ["equity", "value --horizon 24 --limit 50"] },
  {
    path: "/customers/K0000002",
    told: [
      "customer K0000002",
      "feedback list --customer K0000002",
      "alerts --customer K0000002",
      "equity",
    ],
    worked: [
      total("entries_of_kind"),
      () => [{ shown: 25 }],
      each(["probability_no_purchase"], (row) => ({
        buys: 1 - Number(row.probability_no_purchase),
      })),
    ],
    sideBySide: [
      "Warum dieser Wert, auf Euro und Cent",
      "Lebensphase und Rang im Zeitverlauf",
      "Der Weg durch die Segmente",
      "Bisherige Käufe",
    ],
  },
  {
    path: "/figures?period=quarter",
    told: [
      "figures --period quarter",
      "figures --table targets --period quarter",
      "glossary",
      "equity",
    ],
    worked: [figureChanges],
  },
  {
    path: "/figures?period=quarter&figure=revenue&by=acquisition_channel",
    told: [
      "figures --period quarter --dimension acquisition_channel",
      "figures --period quarter",
      "figures --table targets --period quarter",
      "glossary",
      "equity",
    ],
    worked: [figureChanges],
    sideBySide: ["Umsatz nach Akquisekanal"],
  },
  {
    path: "/cohorts",
    told: ["figures --table cohorts", "equity"],
    worked: [cohortYears],
    sideBySide: [
      "Anteil der Kohorte, der im Monat kauft",
      "Wann haben Kunden ihre Gewinnung bezahlt?",
    ],
  },
  {
    path: "/recurring?period=quarter",
    told: ["figures --period quarter", "equity"],
    worked: [figureChanges, mrrPeriods],
  },
  {
    path: "/feedback",
    told: [
      "figures --period quarter",
      "figures --table comparisons",
      "figures --table targets --period quarter",
      "feedback topics",
      "feedback topics --by all --period quarter",
      "figures --table scorecard",
      "equity",
    ],
    worked: [figureChanges, answers],
  },
  {
    path: "/feedback?view=inbox",
    told: ["feedback list", "equity"],
    worked: [() => [{ shown: 30 }]],
  },
  { path: "/feedback?view=cases", told: ["feedback cases", "equity"], worked: [casesByState] },
  {
    path: "/calculator?orderValue=60&frequency=5&years=3&fee=49&months=18&customers=40&annualRevenue=870&relationYears=7&acquisitionCost=310&margin=120&retention=0.75&discountRate=0.08",
    told: [
      "formula order-value --aov 60 --frequency 5 --years 3",
      "formula subscription --fee 49 --months 18 --customers 40",
      "formula net --revenue 870 --years 7 --acquisition 310",
      "formula retention --margin 120 --retention 0.75 --discount-rate 0.08",
      "figures --table drivers",
      "equity",
    ],
    // The inputs, the years they stay on average, and the formulas without what they subtract.
    worked: [
      () =>
        [60, 5, 3, 49, 18, 40, 870, 7, 310, 120, 0.75, 0.08, 4, 360, 6090].map((input) => ({
          input,
        })),
    ],
  },
  { path: "/glossary", told: ["glossary", "equity"], worked: [countOf("unit")] },
  {
    path: "/warnings",
    told: [
      "alerts --kind undesired --limit 8",
      "alerts --table quality",
      "alerts --table charts",
      "equity",
    ],
    worked: [
      // Months that the words of a driver name: the last 3, the last 12.
      each(["rank_place"], () => ({ quarter: 3, year: 12 })),
      total("at_stake", ({ rank_place }) => rank_place !== undefined),
      countOf("rank_place"),
    ],
  },
  {
    path: "/segments",
    told: ["segments --level micro --last 13", "equity"],
    worked: [segmentPeriods],
  },
  {
    path: "/segments/active_high?grain=quarter",
    told: ["segments --grain quarter --last 9", "equity"],
    worked: [segmentPeriods, moves],
  },
  {
    path: "/flows",
    told: [
      "segments --last 5",
      ...["09-30", "08-31", "07-31", "06-30"].map((day) => `segments --period-end 2026-${day}`),
      "equity",
    ],
    worked: [moves, movesInAll, () => [{ drawn: 12 }]],
  },
  {
    path: "/transitions?from=micro&months=3",
    told: ["transitions --level micro --months 3", "equity"],
    worked: [
      stocks,
      casesOfTransitions,
      total("today"),
      each(["low"], (row) => ({ low: 100 * Number(row.low), high: 100 * Number(row.high) })),
    ],
  },
  ...["count", "euros"].map((view) => ({
    path: `/transitions?view=${view}`,
    told: ["transitions", "segments", "equity"],
    worked: [stocks, moves, movesInAll, total("today")],
  })),
  {
    path: "/transitions?view=change",
    told: [
      "transitions --period-end 2026-10-31",
      "transitions --period-end 2025-10-31",
      "segments",
      "equity",
    ],
    worked: [stocks, changesOfTransitions, total("today"), movesInAll, casesOfTransitions],
  },
  { path: "/backtest", told: ["backtest", "equity"], worked: [POINTS] },
  { path: "/doctor", told: ["doctor", "equity"], worked: [countOf("severity")] },
  { path: "/import", told: ["import --list", "equity"] },
  {
    path: "/settings",
    told: ["settings", "settings target", "glossary", "equity"],
    sideBySide: ["Ziele"],
  },
  { path: "/events", told: ["events", "equity"] },
];

/** Pages of what people keep, not of what was worked out. */
export const WITHOUT_FIGURES: readonly string[] = ["/views"];
