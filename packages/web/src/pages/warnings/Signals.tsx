import type { ChartPoint } from "@kundenwert/contract";
import { Text } from "@mantine/core";
import { Link, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Notice } from "../../components/Notice.tsx";
import { useFormat } from "../../i18n/format.ts";
import { segmentName } from "../../segments/segment-name.ts";
import { signalName } from "./signal-name.ts";
import { knownMove } from "./warnings-search.ts";

/** Segments that moved unusually in the last month; each leads to its chart. */
export function Signals({ signals }: { signals: readonly ChartPoint[] }) {
  const { t } = useTranslation();
  const { percent, day } = useFormat();
  const search = useSearch({ from: "/warnings" });
  if (signals.length === 0) {
    return (
      <Notice severity="success" title={t("control.quiet")}>
        {t("control.quiet.text")}
      </Notice>
    );
  }
  return (
    <Notice severity="warning" title={t("control.signals", { count: signals.length })}>
      <ul className="kw-signals">
        {signals.map(({ macro, move, share, lowerLimit, upperLimit, signal, since }) => (
          <li key={`${macro} ${move}`}>
            <Link
              to="/warnings"
              search={{ ...search, segment: macro, move: knownMove(move) }}
              resetScroll={false}
              className="kw-link"
            >
              {segmentName(macro)}
            </Link>
            <Text span size="sm">
              {` ${t("control.signal", {
                move: t(`control.move.${knownMove(move)}`),
                share: percent(share),
                low: percent(lowerLimit),
                high: percent(upperLimit),
                signal: signalName(signal ?? ""),
                since: day(since),
              })}`}
            </Text>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
