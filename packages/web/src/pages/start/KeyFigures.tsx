import { Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { figureCatalogueQuery, figureValuesQuery } from "../../api/queries.ts";
import { LinkButton } from "../../components/LinkButton.tsx";
import { FigureTile } from "../../figures/FigureTile.tsx";
import { seriesOf } from "../../figures/series.ts";
import { LAST, type ShownFigure, shownFigures } from "../../figures/shown-figure.ts";
import { Changes } from "./Changes.tsx";

const PERIOD = "quarter";
/** What the morning begins with, as far as there are data for it. */
const TILES = [
  "revenue",
  "contribution",
  "active_customers",
  "new_customers",
  "churn_rate",
  "clv_contribution",
  "nps",
  "mrr",
];

/** The key figures of the last full quarter, and which of all figures changed most. */
export function KeyFigures() {
  const catalogue = useQuery(figureCatalogueQuery);
  // Figures are made after the values: until then the page does without them.
  const values = useQuery(figureValuesQuery({ period: PERIOD, last: LAST[PERIOD] }));
  if (!catalogue.data || !values.data || values.data.items.length === 0) return null;
  return <Shown figures={shownFigures(catalogue.data, seriesOf(values.data.items))} />;
}

function Shown({ figures }: { figures: readonly ShownFigure[] }) {
  const { t } = useTranslation();
  const tiles = TILES.flatMap((name) => figures.filter((each) => each.definition.name === name));
  return (
    <>
      <section aria-labelledby="key-figures">
        <div className="kw-figure-head">
          <Title order={2} size="h4" id="key-figures">
            {t("start.figures")}
          </Title>
          <LinkButton to="/figures" variant="default" size="xs">
            {t("start.allFigures")}
          </LinkButton>
        </div>
        <ul className="kw-tiles">
          {tiles.map(({ definition, series }) => (
            <li key={definition.name}>
              <Link
                to="/figures"
                search={{ figure: definition.name, period: PERIOD }}
                className="kw-tile"
              >
                <FigureTile definition={definition} series={series} comparison="year" />
              </Link>
            </li>
          ))}
        </ul>
      </section>
      <Changes figures={figures} />
    </>
  );
}
