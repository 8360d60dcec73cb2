import type { CustomerDetail, CustomerHealth } from "@kundenwert/contract";
import { Group, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { DataTable } from "../../components/DataTable.tsx";
import { KeyFigure } from "../../components/KeyFigure.tsx";
import { Panel } from "../../components/Panel.tsx";
import { Sparkline } from "../../components/Sparkline.tsx";
import { useFormat } from "../../i18n/format.ts";
import { textOf } from "../../i18n/loose.ts";

/** Signs of the bands, so that no colour is needed to tell them apart. */
const SIGNS = { green: "●", yellow: "◐", red: "○", none: "–" } as const;

/** The parts that are shares of something; the others are days, counts or points. */
const SHARES = ["returns", "response"];

/** The health score, the parts that make it, and its course. */
export function Health({ detail: { health } }: { detail: CustomerDetail }) {
  return health ? <Score health={health} /> : null;
}

function Score({ health }: { health: CustomerHealth }) {
  const { t } = useTranslation();
  const { count, percent, precise, day } = useFormat();
  const { score, band, coverage, parts, history, periodEnd, kind } = health;
  const columns = [
    { label: t("health.part") },
    { label: t("health.value"), format: precise },
    { label: t("health.points"), format: count },
    { label: t("health.share"), format: (value: number | null) => percent(value, 0) },
    { label: t("health.adds"), format: (value: number | null) => count(value) },
  ];
  const rows = parts.map(({ part, value, points, share }) => [
    textOf(`health.part.${part}`) ?? part,
    value !== null && SHARES.includes(part) ? percent(value) : value,
    points,
    share,
    points === null ? null : points * share,
  ]);
  return (
    <Panel title={t("health.title")}>
      <Group align="center" gap="xl" mb="sm">
        <KeyFigure
          label={t("health.score")}
          value={score === null ? "–" : `${count(score)} / 100`}
          note={`${SIGNS[band]} ${t(`health.band.${band}`)}`}
        />
        <Sparkline values={history.toReversed().map((month) => month.score)} />
      </Group>
      <DataTable data={{ columns, rows }} label={t("health.title")} />
      <Text size="xs" c="dimmed" mt="sm">
        {t("health.made", {
          day: day(periodEnd),
          coverage: percent(coverage, 0),
          kind: t(`health.kind.${kind}`),
        })}
      </Text>
    </Panel>
  );
}
