import type { Backtest } from "@kundenwert/contract";
import { Stack, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { KeyFigure } from "../../components/KeyFigure.tsx";
import { Panel } from "../../components/Panel.tsx";
import { useFormat } from "../../i18n/format.ts";
import { methodName } from "../../i18n/method.ts";
import { useReason } from "./use-reason.ts";

/** Who won and why, in words, with the time and the customers it was tried on. */
export function Reading({ backtest }: { backtest: Backtest }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { winner, calibrationStart, calibrationEnd, holdoutEnd } = backtest;
  const span = (from: string, to: string) => `${format.day(from)} – ${format.day(to)}`;
  return (
    <Panel title={t("backtest.winner", { winner: methodName(winner) })}>
      <Stack gap="sm" mb="md" maw={900}>
        <Text>{useReason(backtest)}</Text>
        <Text>{useFlattery(backtest)}</Text>
      </Stack>
      <div className="kw-figures kw-wide">
        <KeyFigure
          label={t("backtest.learned")}
          value={span(calibrationStart, calibrationEnd)}
          note={t("backtest.customers", {
            n: format.count(backtest.customers),
            repeaters: format.count(backtest.repeaters),
          })}
        />
        <KeyFigure
          label={t("backtest.judged")}
          value={span(calibrationEnd, holdoutEnd)}
          note={t("backtest.evaluated", { n: format.count(backtest.evaluatedCustomers) })}
        />
        <KeyFigure
          label={t("backtest.purchases")}
          value={format.count(backtest.holdoutPurchases)}
        />
        {backtest.holdoutRevenue !== null && (
          <KeyFigure
            label={t("backtest.revenue")}
            value={format.shortMoney(backtest.holdoutRevenue)}
          />
        )}
      </div>
    </Panel>
  );
}

/** Whether the mean absolute error would have chosen someone who foretells nothing. */
function useFlattery({ methods, winner, reason }: Backtest): string {
  const { t } = useTranslation();
  const { number } = useFormat();
  const scores = methods.filter(({ target }) => target === reason.target);
  const mae = (method: string) => scores.find((each) => each.method === method)?.mae ?? null;
  const [zero, own] = [mae("zero"), mae(winner)];
  if (zero === null || own === null) return "";
  const values = { zero: number(zero), own: number(own) };
  return t(zero <= own ? "backtest.flattered" : "backtest.notFlattered", values);
}
