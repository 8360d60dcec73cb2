import type { FigureDefinition, FigureTarget } from "@kundenwert/contract";
import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Sparkline } from "../components/Sparkline.tsx";
import { useFormat } from "../i18n/format.ts";
import { type Comparison, changeOf, FEW, latestOf } from "./change.ts";
import { usePeriodName } from "./period-name.ts";
import type { Series } from "./series.ts";
import { useFigureText } from "./use-catalogue.ts";
import { useFigureFormat } from "./use-figure-format.ts";

type Props = { definition: FigureDefinition; series: Series; comparison: Comparison };

/** A key figure: value, interval, change, course and the number of cases it rests on. */
export function FigureTile({ definition, series, comparison }: Props) {
  const { t } = useTranslation();
  const { count } = useFormat();
  const text = useFigureText();
  const periodName = usePeriodName();
  const format = useFigureFormat()(definition);
  const value = latestOf(series.values);
  if (!value) return null;
  // What still runs would look like a fall.
  const full = series.values.filter(({ isComplete }) => isComplete);
  const interval =
    value.low === null || value.high === null
      ? null
      : `${format.tile(value.low)} – ${format.tile(value.high)}`;
  return (
    <>
      <Text size="sm" className="kw-tile-name">
        {text(definition).label}
      </Text>
      <div className="kw-tile-row">
        <Text span fz={22} fw={600} lh={1.25} className="kw-nowrap">
          {format.tile(value.value)}
        </Text>
        <Sparkline values={full.map((each) => each.value)} />
      </div>
      <Text size="xs" c="dimmed">
        {interval && <span className="kw-nowrap">{`${interval} · `}</span>}
        <ChangeText definition={definition} series={series} comparison={comparison} />
      </Text>
      <Text size="xs" c="dimmed">
        {periodName(value.period)}
        {!value.isComplete && ` (${t("period.runs")})`}
        {value.isProvisional && ` · ${t("period.provisional")}`}
        {` · n = ${count(value.n)}`}
        {value.n < FEW && ` · ${t("figure.few")}`}
      </Text>
      {value.target && <TargetText definition={definition} target={value.target} />}
      {value.alert && (
        <Text size="xs" fw={600} c="var(--kw-bad)">
          {t(`figure.alert.${value.alert}`)}
        </Text>
      )}
    </>
  );
}

/** What is wanted of a value, and how much of it is missing. */
function TargetText({ definition, target }: Pick<Props, "definition"> & { target: FigureTarget }) {
  const { t } = useTranslation();
  const { percent, number } = useFormat();
  const format = useFigureFormat()(definition);
  // Between two shares lie points, not a share.
  const missing = (distance: number) =>
    definition.unit === "share"
      ? t("unit.points", { value: number(100 * distance, 1) })
      : format.tile(distance);
  const { bound, isMet, distance, progress } = target;
  const state = isMet ? "figure.target.met" : (`figure.target.${bound}.missed` as const);
  return (
    <Text size="xs" c="dimmed">
      {`${t(`figure.target.${bound}`, { target: format.tile(target.target) })} · `}
      {t(state, { distance: missing(distance) })}
      {progress !== null &&
        ` · ${progress < 0 ? t("figure.target.away") : t("figure.target.progress", { share: percent(progress, 0) })}`}
    </Text>
  );
}

/** The change against the period before or the year before, with what intervals say of it. */
function ChangeText({ definition, series, comparison }: Props) {
  const { t } = useTranslation();
  const format = useFigureFormat()(definition);
  const change = changeOf(series.values, comparison);
  if (!change) return t(`compare.none.${comparison}`);
  const sign = change.difference === 0 ? "→" : change.difference > 0 ? "↑" : "↓";
  const words = t(`compare.${comparison}.short`);
  const unsure = change.apart === false ? ` · ${t("compare.unsure")}` : "";
  return `${sign} ${format.change(change)} ${words}${unsure}`;
}
