import type { Figure } from "../../pipeline/figures/catalogue/figure.ts";
import { FIGURES } from "../../pipeline/figures/catalogue/index.ts";
import type { FigureValue } from "../../pipeline/figures/read-figures.ts";
import type { Speech } from "../language.ts";
import { drawTable, right } from "./table.ts";

/** Values of figures as a table, with their targets where the settings have any. */
export function describeFigures(values: readonly FigureValue[], speech: Speech): string {
  const t = speech.text.figures;
  const head = [{ title: t.figure }, { title: t.period }, { title: t.member }];
  const hasTargets = values.some(({ target }) => target);
  const last = hasTargets ? [{ title: t.target }] : [];
  const columns = [...head, right(t.value), right(t.interval), right("n"), ...last];
  const rows = inOrder(values).map((value) => [
    ...cellsOf(value, speech),
    ...(hasTargets ? [targetCell(value, speech)] : []),
  ]);
  return drawTable(columns, rows);
}

/** As the glossary has them; of one figure, by time and member. */
function inOrder(values: readonly FigureValue[]): FigureValue[] {
  const place = new Map(FIGURES.map(({ name }, at) => [name, at]));
  const placeOf = ({ figure }: FigureValue) => place.get(figure) ?? place.size;
  return values.toSorted((one, other) => placeOf(one) - placeOf(other));
}

function cellsOf(value: FigureValue, speech: Speech): string[] {
  const figure = FIGURES.find(({ name }) => name === value.figure);
  const write = (amount: number | null) => inUnit(amount, figure?.unit, speech);
  const { low, high, alert, isComplete, isProvisional, period } = value;
  return [
    figure?.[speech.language].label ?? value.figure,
    `${period === "total" ? speech.text.figures.periods.total : period}${isComplete ? "" : " *"}`,
    value.member === "" ? speech.text.figures.unknown : value.member,
    `${write(value.value)}${alert ? " !" : ""}${isProvisional ? " ~" : ""}`,
    low === null && high === null ? "" : `${write(low)} – ${write(high)}`,
    speech.number(value.n),
  ];
}

/** What a value shall reach, what is missing, and how much of the way is gone. */
function targetCell({ figure: name, target }: FigureValue, speech: Speech): string {
  if (!target) return "";
  const unit = FIGURES.find((figure) => figure.name === name)?.unit;
  const t = speech.text.figures;
  const sign = target.bound === "at-least" ? "≥" : "≤";
  // Between two shares lie points, not a share.
  const missing =
    unit === "share"
      ? t.points(speech.number(100 * target.distance, 1))
      : inUnit(target.distance, unit, speech);
  return [
    `${sign} ${inUnit(target.target, unit, speech)}`,
    target.isMet ? t.met : target.bound === "at-least" ? t.missing(missing) : t.over(missing),
    ...(target.progress === null ? [] : [wayGone(target.progress, speech)]),
  ].join(", ");
}

/** A share of the way; of one that leads elsewhere there is none. */
function wayGone(progress: number, { text, percent }: Speech): string {
  return progress < 0 ? text.figures.away : text.figures.progress(percent(progress));
}

function inUnit(value: number | null, unit: Figure["unit"] | undefined, speech: Speech): string {
  if (unit === "money") return speech.money(value);
  if (unit === "share") return speech.percent(value);
  if (unit === "count" || unit === "months") return speech.number(value);
  return speech.number(value, unit === "points" || unit === "minutes" ? 1 : 2);
}
