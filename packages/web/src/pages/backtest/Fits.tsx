import type { Backtest, ModelFit } from "@kundenwert/contract";
import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { DataTable } from "../../components/DataTable.tsx";
import { Notice } from "../../components/Notice.tsx";
import { Panel } from "../../components/Panel.tsx";
import { useFormat } from "../../i18n/format.ts";
import { textOf } from "../../i18n/loose.ts";
import { methodName } from "../../i18n/method.ts";

/** The models' parameters on the first part of time, for those who want to check them. */
export function Fits({ backtest: { fits, calibrationEnd } }: { backtest: Backtest }) {
  const { t } = useTranslation();
  const { day } = useFormat();
  if (fits.length === 0) return null;
  return (
    <div className="kw-below">
      <Panel title={t("fits.title")}>
        <Text size="sm" c="dimmed" mb="sm">
          {t("fits.intro", { day: day(calibrationEnd) })}
        </Text>
        <div className="kw-grid">
          {fits.map((fit) => (
            <Fit key={fit.model} fit={fit} />
          ))}
        </div>
      </Panel>
    </div>
  );
}

function Fit({ fit }: { fit: ModelFit }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const precise = (value: number | null) => number(value, 4);
  const name = methodName(fit.model);
  const columns = [
    { label: t("fits.parameter") },
    { label: t("fits.value"), format: precise },
    { label: t("fits.error"), format: precise },
  ];
  const rows = Object.entries(fit.params).map(([parameter, value]) => [
    parameter,
    value,
    fit.standardErrors[parameter] ?? null,
  ]);
  return (
    <div>
      <Text fw={600} mb={4}>
        {name}
      </Text>
      <DataTable data={{ columns, rows }} label={name} />
      <Text size="xs" c="dimmed" mt={6}>
        {t("fits.likelihood", { value: number(fit.logLikelihood, 2) })} ·{" "}
        {t(fit.converged ? "fits.converged" : "fits.notConverged")}
      </Text>
      {fit.warnings.map(({ code, message }) => (
        <Notice
          key={`${code} ${message}`}
          severity="warning"
          title={textOf(`fitWarning.${code}`) ?? code}
        >
          {textOf(`fitWarning.${code}`) ? null : message}
        </Notice>
      ))}
    </div>
  );
}
