import { useSearch } from "@tanstack/react-router";
import { FigureTiles } from "../../figures/FigureTiles.tsx";
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
  return <FigureTiles figures={shown} period={period} cut={{ by, member }} className="kw-above" />;
}
