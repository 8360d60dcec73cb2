import type { ClvDriver, ClvDrivers } from "@kundenwert/contract";
import { Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { driversQuery } from "../../api/queries.ts";
import { TornadoChart } from "../../charts/TornadoChart.tsx";
import { QueryView } from "../../components/QueryView.tsx";
import { ServerFiles } from "../../components/ServerFiles.tsx";
import { CutFilters } from "../../figures/CutFilters.tsx";
import { useFormat } from "../../i18n/format.ts";
import { DriverTree } from "./DriverTree.tsx";

/** The levers of customer value as they stand in the data, and what 1 % of each brings. */
export function Drivers() {
  const { t } = useTranslation();
  const { by = "all", member } = useSearch({ from: "/calculator" });
  const query = useQuery(driversQuery(member === undefined ? "all" : by));
  return (
    <>
      <CutFilters />
      <QueryView query={query}>
        {(drivers: ClvDrivers) => {
          const shown = drivers.items.filter((each) => each.member === (member ?? "all"));
          return shown.length > 0 ? <Shown drivers={shown} /> : <Text>{t("driver.none")}</Text>;
        }}
      </QueryView>
      <div className="kw-below">
        <ServerFiles table="clv-drivers" query={member === undefined ? {} : { dimension: by }} />
      </div>
    </>
  );
}

function Shown({ drivers }: { drivers: readonly ClvDriver[] }) {
  const { t } = useTranslation();
  const { money, wholeMoney, count, day } = useFormat();
  const [strongest] = drivers as [ClvDriver, ...ClvDriver[]];
  const name = ({ driver }: ClvDriver) =>
    t(driver === "churn_rate" ? "driver.less" : "driver.more", { driver: t(`driver.${driver}`) });
  return (
    <div className="kw-grid">
      <DriverTree drivers={drivers} />
      <TornadoChart
        title={t("driver.title")}
        reading={t("driver.reading", {
          strongest: name(strongest),
          effect: money(strongest.effect),
          total: wholeMoney(strongest.effectTotal),
          n: count(strongest.active),
        })}
        made={{
          period: t("made.year", { day: day(strongest.asOf) }),
          n: t("made.active", { n: count(strongest.active) }),
          basis: t("made.basisIs", { basis: t("driver.basis") }),
          method: t("driver.method"),
        }}
        levers={drivers.map((each) => ({
          name: name(each),
          effect: each.effect,
          total: each.effectTotal,
        }))}
        names={{ lever: t("driver.lever"), effect: t("driver.one"), total: t("driver.all") }}
        full={money}
        short={wholeMoney}
        fileName="kundenwert-clv-drivers"
      />
    </div>
  );
}
