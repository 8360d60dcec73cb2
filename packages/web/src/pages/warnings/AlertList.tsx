import type { Alert, AlertPage, WarningKind } from "@kundenwert/contract";
import { Text } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { VALUES } from "../../api/queries.ts";
import { alertsOf } from "../../api/segment-queries.ts";
import { Panel } from "../../components/Panel.tsx";
import { QueryView } from "../../components/QueryView.tsx";
import { ShowMore } from "../../components/ShowMore.tsx";
import { useFormat } from "../../i18n/format.ts";
import { AlertFiles } from "./AlertFiles.tsx";
import { AlertTable } from "./AlertTable.tsx";

/** The first page is what a person can call in a day. */
const FIRST = 10;
const NEXT = 50;

type Props = { kind: WarningKind; months: number };

/** Customers in the order of probability × what is at stake, as many as the budget allows. */
export function AlertList({ kind, months }: Props) {
  const { t } = useTranslation();
  const query = useInfiniteQuery({
    queryKey: [VALUES, "alerts", kind],
    queryFn: ({ pageParam, signal }) =>
      alertsOf({ kind, after: pageParam, limit: pageParam === 0 ? FIRST : NEXT }, signal),
    initialPageParam: 0,
    getNextPageParam: ({ total, alerts }: AlertPage) => {
      const last = alerts.at(-1)?.rankPlace ?? total;
      return last < total ? last : undefined;
    },
  });
  return (
    <QueryView query={query}>
      {({ pages }) => {
        const alerts = pages.flatMap((page) => page.alerts);
        return (
          <Panel
            title={t(`warnings.list.${kind}`)}
            actions={<AlertFiles kind={kind} alerts={alerts} />}
          >
            <Listed alerts={alerts} kind={kind} months={months} />
            <ShowMore
              shown={t("warnings.shown", { shown: alerts.length, total: pages[0]?.total ?? 0 })}
              query={query}
            />
          </Panel>
        );
      }}
    </QueryView>
  );
}

type ListedProps = Props & { alerts: readonly Alert[] };

function Listed({ alerts, kind, months }: ListedProps) {
  const { t } = useTranslation();
  const { wholeMoney, percent } = useFormat();
  const [first] = alerts;
  if (!first) return <Text>{t("warnings.nobody")}</Text>;
  const reading = t(`warnings.reading.${kind}`, {
    n: alerts.length,
    sum: wholeMoney(alerts.reduce((sum, { atStake }) => sum + atStake, 0)),
    customer: first.customerId,
    probability: percent(first.probability, 0),
    count: months,
  });
  return (
    <>
      <Text mb="sm">{reading}</Text>
      <AlertTable alerts={alerts} kind={kind} label={t(`warnings.list.${kind}`)} />
    </>
  );
}
