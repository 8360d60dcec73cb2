import type { FigureCatalogue, FigureDefinition } from "@kundenwert/contract";
import { Text, Title } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useBasisText, useFigureText } from "../../figures/use-catalogue.ts";
import { useFormat } from "../../i18n/format.ts";

type Props = { definition: FigureDefinition; catalogue: FigureCatalogue };

/** One key figure and all that is to be known of it. */
export function Entry({ definition, catalogue }: Props) {
  const { t } = useTranslation();
  const { percent } = useFormat();
  const { label, meaning, formula, example } = useFigureText()(definition);
  const { name, periods, dimensions, interval } = definition;
  const cuts = dimensions.filter((each) => each !== "all");
  const facts = [
    [t("glossary.formula"), formula],
    [t("glossary.example"), example],
    [t("glossary.basis"), useBasisText()(definition, catalogue)],
    [t("glossary.interval"), interval === null ? t("made.counted") : percent(interval, 0)],
    [t("glossary.periods"), periods.map((each) => t(`period.${each}`)).join(", ")],
    [t("glossary.cuts"), cuts.map((each) => t(`dimension.${each}`)).join(", ") || "–"],
  ];
  return (
    <article className="kw-card" aria-labelledby={`entry-${name}`}>
      <Title order={2} size="h5" id={`entry-${name}`} className="kw-tile-name">
        {label}
      </Title>
      <Text size="sm" my={6}>{`${meaning}.`}</Text>
      <dl className="kw-entry">
        {facts.map(([term, description]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{description}</dd>
          </div>
        ))}
      </dl>
      <Text size="xs" c="dimmed" mt={8}>
        <code>{name}</code>
        {" · "}
        <Link to="/figures" search={{ figure: name }} className="kw-link">
          {t("glossary.toFigure")}
        </Link>
      </Text>
    </article>
  );
}
