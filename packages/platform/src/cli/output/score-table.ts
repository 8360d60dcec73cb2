import type { Speech } from "../language.ts";
import { methodName } from "./method-name.ts";
import { drawTable, right } from "./table.ts";

type Score = {
  readonly method: string;
  readonly target: string;
  readonly deviance: number;
  readonly devianceLow: number;
  readonly devianceHigh: number;
};

/** A title, and what stands below it for a method. */
export type ScoreColumn<S> = readonly [title: string, cell: (score: S) => string];

/** The methods of a backtest by what they make of one target, the best one first. */
export function drawScores<S extends Score>(
  { methods, winner }: { readonly methods: readonly S[]; readonly winner: string },
  target: S["target"],
  columns: readonly ScoreColumn<S>[],
  { text, number }: Speech,
): string {
  const t = text.backtest;
  const digits = placesOf(target);
  const all: ScoreColumn<S>[] = [
    [t.deviance, ({ deviance }) => number(deviance, digits)],
    [
      t.interval,
      ({ devianceLow, devianceHigh }) =>
        `${number(devianceLow, digits)} – ${number(devianceHigh, digits)}`,
    ],
    ...columns,
  ];
  const rows = methods
    .filter((score) => score.target === target)
    .toSorted((one, other) => one.deviance - other.deviance)
    .map((score) => [
      `${score.method === winner ? "★ " : "  "}${methodName(text, score.method)}`,
      ...all.map(([, cell]) => cell(score)),
    ]);
  return drawTable([{ title: t.method }, ...all.map(([title]) => right(title))], rows);
}

/** Decimal places of errors: money has two. */
export function placesOf(target: string): number {
  return target === "revenue" ? 2 : 3;
}
