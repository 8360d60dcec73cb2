import type { Backtest } from "@kundenwert/contract";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../i18n/format.ts";
import { methodName } from "../../i18n/method.ts";

/** Why this method values the customers, in one or two sentences. */
export function useReason({ winner, reason, methods }: Backtest): string {
  const { t } = useTranslation();
  const { percent } = useFormat();
  const name = methodName;
  const text = t(`reason.${reason.code}`, { winner: name(winner), target: reason.target });
  const own = methods.find(({ method, target }) => method === winner && target === reason.target);
  const total = own && t(`reason.total.${reason.target}`, { bias: percent(own.bias, 0) });
  const { runnerUp, difference, low, high } = reason;
  if (!runnerUp || difference == null || low == null || high == null) {
    return [text, total].filter(Boolean).join(" ");
  }
  const gap = t(high < 0 ? "reason.clear" : "reason.close", {
    runnerUp: name(runnerUp),
    difference: percent(Math.abs(difference)),
    low: percent(low),
    high: percent(high),
  });
  return [text, gap, total].filter(Boolean).join(" ");
}
