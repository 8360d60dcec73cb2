import { Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { DataTable } from "../../components/DataTable.tsx";
import { Panel } from "../../components/Panel.tsx";
import { Switch } from "../../components/Switch.tsx";
import { TableFiles } from "../../components/TableFiles.tsx";
import { type Comparison, changeOf, FEW } from "../../figures/change.ts";
import { largestChanges, type Mover } from "../../figures/largest-changes.ts";
import { usePeriodName } from "../../figures/period-name.ts";
import type { ShownFigure } from "../../figures/shown-figure.ts";
import { useFigureText } from "../../figures/use-catalogue.ts";
import { useFigureFormat } from "../../figures/use-figure-format.ts";
import { useFormat } from "../../i18n/format.ts";

const SHOWN = 6;
const COMPARISONS = ["before", "year"] as const;

/** What changed most in the last full quarter, ranked by the size of the change. */
export function Changes({ figures }: { figures: readonly ShownFigure[] }) {
  const { t } = useTranslation();
  const [comparison, setComparison] = useState<Comparison>("year");
  const movers = largestChanges(figures, comparison, SHOWN);
  const isComparable = figures.some(({ series }) => changeOf(series.values, comparison));
  const table = useTable(movers);
  const choice = (
    <Switch
      label={t("filter.compare")}
      value={comparison}
      options={COMPARISONS.map((each) => ({ value: each, label: t(`compare.${each}`) }))}
      onChange={setComparison}
    />
  );
  return (
    <div className="kw-above">
      <Panel title={t("changes.title")} actions={choice}>
        {isComparable ? (
          <Reading movers={movers} comparison={comparison} />
        ) : (
          <Text>{t(`changes.nothing.${comparison}`)}</Text>
        )}
        {movers.length > 0 && <DataTable data={table} label={t("changes.title")} />}
        <div className="kw-figure-head kw-below">
          <Text size="xs" c="dimmed" className="kw-made">
            {t("changes.made", { n: FEW })}
          </Text>
          {movers.length > 0 && (
            <div>
              <TableFiles table={table} fileName={`kundenwert-changes-${comparison}`} />
            </div>
          )}
        </div>
      </Panel>
    </div>
  );
}

function Reading({ movers, comparison }: { movers: readonly Mover[]; comparison: Comparison }) {
  const { t } = useTranslation();
  const text = useFigureText();
  const format = useFigureFormat();
  const [first] = movers;
  if (!first) return <Text>{t("changes.none")}</Text>;
  const { definition, change } = first;
  return (
    <Text mb="sm">
      {t(`changes.reading.${comparison}`, {
        figure: text(definition).label,
        change: format(definition).change(change),
        from: format(definition).full(change.from.value),
        to: format(definition).full(change.to.value),
      })}{" "}
      <Link
        to="/figures"
        search={{ figure: definition.name, period: "quarter" }}
        className="kw-link"
      >
        {t("changes.look")}
      </Link>
    </Text>
  );
}

function useTable(movers: readonly Mover[]) {
  const { t } = useTranslation();
  const { count } = useFormat();
  const text = useFigureText();
  const format = useFigureFormat();
  const periodName = usePeriodName();
  const arrow = (difference: number) => (difference > 0 ? "↑" : "↓");
  return {
    columns: [
      { label: t("changes.figure") },
      { label: t("changes.change") },
      // Written by the figure's own format; a format here only sets them to the right.
      { label: t("changes.from"), format: count },
      { label: t("changes.to"), format: count },
      { label: t("changes.period") },
      { label: "n", format: count },
    ],
    rows: movers.map(({ definition, change }) => [
      text(definition).label,
      `${arrow(change.difference)} ${format(definition).change(change)}`,
      format(definition).full(change.from.value),
      format(definition).full(change.to.value),
      periodName(change.to.period),
      change.to.n,
    ]),
  };
}
