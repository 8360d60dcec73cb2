import { Link } from "@tanstack/react-router";
import { FigureTile } from "./FigureTile.tsx";
import type { Cut, PeriodKind } from "./figures-search.ts";
import type { ShownFigure } from "./shown-figure.ts";

type Props = {
  figures: readonly ShownFigure[];
  /** What is looked at, which stays so behind the links. */
  period: PeriodKind;
  cut: Cut;
  className?: string;
};

/** Where figures stand; each tile leads to its course. */
export function FigureTiles({ figures, period, cut: { by, member }, className = "" }: Props) {
  return (
    <ul className={`kw-tiles ${className}`.trimEnd()}>
      {figures.map(({ definition, series }) => (
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
