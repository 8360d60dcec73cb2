import { Link, useSearch } from "@tanstack/react-router";
import { FigureTile } from "../../figures/FigureTile.tsx";
import type { ShownFigure } from "../../figures/shown-figure.ts";

const TILES = [
  "mrr",
  "subscribers",
  "arpa",
  "nrr",
  "grr",
  "revenue_churn_rate",
  "subscriber_loss_rate",
  "subscriber_churn_rate",
];

/** Where recurring revenue stands; each tile leads to its course. */
export function RecurringTiles({ figures }: { figures: readonly ShownFigure[] }) {
  const { period = "month", by, member } = useSearch({ from: "/recurring" });
  const shown = TILES.flatMap((name) =>
    figures.filter(({ definition }) => definition.name === name),
  );
  return (
    <ul className="kw-tiles kw-above">
      {shown.map(({ definition, series }) => (
        <li key={definition.name}>
          <Link
            to="/figures"
            search={{ figure: definition.name, period, by, member }}
            className="kw-tile"
          >
            <FigureTile definition={definition} series={series} comparison="before" />
          </Link>
        </li>
      ))}
    </ul>
  );
}
