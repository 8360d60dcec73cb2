import type { Backtest, BacktestMethod, BacktestTarget } from "@kundenwert/contract";
import { NativeSelect } from "@mantine/core";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { CalibrationChart } from "../../charts/CalibrationChart.tsx";

/** Predicted beside actual in tenths, for the winner or any other method. */
export function Calibration({ backtest, target }: { backtest: Backtest; target: BacktestTarget }) {
  const { t } = useTranslation();
  const search = useSearch({ from: "/backtest" });
  const navigate = useNavigate({ from: "/backtest" });
  const methods = backtest.methods.filter((each) => each.target === target && hasTenths(each));
  const wanted = search.method ?? backtest.winner;
  const score = methods.find(({ method }) => method === wanted) ?? methods[0];
  if (!score) return null;
  return (
    <div className="kw-below">
      <NativeSelect
        label={t("calibration.method")}
        value={score.method}
        maw={320}
        mb="sm"
        data={methods.map(({ method }) => ({ value: method, label: t(`method.${method}`) }))}
        onChange={({ currentTarget }) =>
          void navigate({
            search: (before) => ({ ...before, method: currentTarget.value }),
            replace: true,
            resetScroll: false,
          })
        }
      />
      <CalibrationChart score={score} backtest={backtest} />
    </div>
  );
}

/** Who foretells the same for everyone cannot be cut into tenths. */
function hasTenths({ deciles }: BacktestMethod): boolean {
  return deciles.length > 1;
}
