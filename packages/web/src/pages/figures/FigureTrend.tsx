import type { FigureCatalogue } from "@kundenwert/contract";
import { Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { figureValuesQuery } from "../../api/queries.ts";
import { QueryView } from "../../components/QueryView.tsx";
import { SuppressedNote } from "../../components/SuppressedNote.tsx";
import { useMemberName } from "../../figures/member-name.ts";
import { type Series, seriesOf } from "../../figures/series.ts";
import { LAST, type ShownFigure } from "../../figures/shown-figure.ts";
import { useFigureText } from "../../figures/use-catalogue.ts";
import { MembersTrend } from "./MembersTrend.tsx";
import { SingleTrend } from "./SingleTrend.tsx";

type Props = ShownFigure & { catalogue: FigureCatalogue };

/** The course of one figure: alone, or of the members of a dimension side by side. */
export function FigureTrend(props: Props) {
  const { t } = useTranslation();
  const { definition } = props;
  const { by = "all", member, period = "month" } = useSearch({ from: "/figures" });
  const text = useFigureText()(definition);
  const canCut = definition.dimensions.includes(by);
  if (!definition.periods.includes(period)) {
    const periods = definition.periods.map((each) => t(`period.${each}`)).join(", ");
    return <Text size="sm">{t("figures.noPeriod", { figure: text.label, periods })}</Text>;
  }
  return (
    <div className="kw-above">
      {by !== "all" && member === undefined && canCut ? <Cut {...props} /> : <Alone {...props} />}
      {!canCut && <Text size="sm">{t("figures.cannotCut", { figure: text.label })}</Text>}
      <Text size="sm" c="dimmed" mt={8}>
        {`${text.meaning}. ${t("figures.formula", { formula: text.formula })} `}
        <Link to="/glossary" search={{ figure: definition.name }} className="kw-link">
          {t("figures.toGlossary")}
        </Link>
      </Text>
    </div>
  );
}

function Alone(props: Props) {
  const { by = "all", member } = useSearch({ from: "/figures" });
  const name = useMemberName(by);
  return <SingleTrend {...props} {...(member === undefined ? {} : { member: name(member) })} />;
}

function Cut({ definition, catalogue }: Props) {
  const { period = "month", by = "all" } = useSearch({ from: "/figures" });
  const wanted = { figure: definition.name, period, dimension: by, last: LAST[period] };
  const query = useQuery(figureValuesQuery(wanted));
  return (
    <QueryView query={query} height={340}>
      {(values) => {
        const all: readonly Series[] = seriesOf(values.items);
        return (
          <>
            <MembersTrend definition={definition} catalogue={catalogue} all={all} />
            <SuppressedNote of={values} />
          </>
        );
      }}
    </QueryView>
  );
}
