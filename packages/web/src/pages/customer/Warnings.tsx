import type { Alert, CustomerDetail } from "@kundenwert/contract";
import { Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { customerWarningsQuery } from "../../api/segment-queries.ts";
import { Notice } from "../../components/Notice.tsx";
import { Panel } from "../../components/Panel.tsx";
import { QueryView } from "../../components/QueryView.tsx";
import { useFormat } from "../../i18n/format.ts";
import { segmentName } from "../../segments/segment-name.ts";
import { useReasons } from "../warnings/AlertTable.tsx";

/** What changes are foreseen of the customer, how likely, and what speaks for each. */
export function Warnings({ detail: { customerId } }: { detail: CustomerDetail }) {
  const { t } = useTranslation();
  const query = useQuery(customerWarningsQuery(customerId));
  return (
    <QueryView query={query} height={120}>
      {({ warnings }) =>
        warnings.length === 0 ? null : (
          <Panel title={t("foreseen.title")}>
            {warnings.map((warning) => (
              <Foreseen key={warning.kind} warning={warning} />
            ))}
          </Panel>
        )
      }
    </QueryView>
  );
}

function Foreseen({ warning }: { warning: Alert }) {
  const { t } = useTranslation();
  const { percent, money, count, day } = useFormat();
  const reasons = useReasons();
  const { kind, isAlert, probability, atStake, rankPlace, macro, periodEnd } = warning;
  const severity = isAlert ? (kind === "desired" ? "success" : "warning") : "info";
  return (
    <Notice severity={severity} title={t(`warnings.kind.${kind}`)}>
      <Text size="sm">
        {t(isAlert ? "foreseen.alert" : "foreseen.quiet", {
          probability: percent(probability, 0),
          stake: money(atStake),
          rank: count(rankPlace),
        })}
      </Text>
      <Text size="sm" mt={4}>
        {t("foreseen.reasons", { reasons: reasons(warning) })}
      </Text>
      <Text size="xs" c="dimmed" mt={4}>
        {t("foreseen.made", { segment: segmentName(macro), day: day(periodEnd) })}
      </Text>
    </Notice>
  );
}
