import type { Basis, GroupComparison, GroupComparisons } from "@kundenwert/contract";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { comparisonsQuery, overviewQuery } from "../../api/queries.ts";
import { IntervalChart } from "../../charts/IntervalChart.tsx";
import { QueryView } from "../../components/QueryView.tsx";
import { useFormat } from "../../i18n/format.ts";
import { useView } from "../../view.ts";

const COMPARISONS = ["nps_class", "referred"] as const;
const ORDER = ["promoter", "passive", "detractor", "referred", "not_referred"];

/** Whether promoters, and referred customers, are worth more than others. */
export function ClassesByValue() {
  const query = useQuery(comparisonsQuery);
  return (
    <div className="kw-grid kw-below">
      <QueryView query={query}>
        {(found) =>
          COMPARISONS.map((name) => <Compared key={name} name={name} comparisons={found} />)
        }
      </QueryView>
    </div>
  );
}

type Props = { name: (typeof COMPARISONS)[number]; comparisons: GroupComparisons };

function Compared({ name, comparisons }: Props) {
  const { t } = useTranslation();
  const { money, signedMoney, shortMoney, count, day, percent } = useFormat();
  const overview = useQuery(overviewQuery).data;
  const { basis: wanted = "contribution" } = useView();
  const basis: Basis = overview?.contributionKnown ? wanted : "revenue";
  const groups = comparisons.items
    .filter((each) => each.comparison === name && each.basis === basis)
    .toSorted((a, b) => ORDER.indexOf(a.member) - ORDER.indexOf(b.member));
  const [first] = groups;
  if (!first) return null;
  const verdict = ({ verdict: found }: GroupComparison) =>
    t(found === null ? "verdict.reference" : `verdict.${found}`);
  return (
    <IntervalChart
      title={t(`compared.${name}`)}
      reading={t("compared.reading", {
        group: t(`group.${first.member}` as "group.promoter"),
        mean: money(first.mean),
        difference: signedMoney(first.difference),
        low: money(first.differenceLow),
        high: money(first.differenceHigh),
        reference: t(name === "nps_class" ? "group.detractor" : "group.not_referred"),
        verdict: verdict(first),
      })}
      made={{
        period: t("compared.until", { count: comparisons.horizonMonths, day: day(overview?.asOf) }),
        n: t("made.customers", { n: count(groups.reduce((sum, { n }) => sum + n, 0)) }),
        basis: t("made.basisIs", { basis: t(`basis.${basis}`) }),
        method: t("compared.method", { share: percent(0.95, 0) }),
        note: t("compared.note"),
      }}
      groups={groups.map((each) => ({
        name: t(`group.${each.member}` as "group.promoter"),
        n: each.n,
        mean: each.mean,
        low: each.low,
        high: each.high,
        verdict: verdict(each),
      }))}
      names={{
        group: t("compared.group"),
        mean: t("compared.mean"),
        low: t("trend.low"),
        high: t("trend.high"),
        verdict: t("compared.verdict"),
      }}
      full={money}
      short={shortMoney}
      count={count}
      fileName={`kundenwert-${name}-${basis}`}
    />
  );
}
