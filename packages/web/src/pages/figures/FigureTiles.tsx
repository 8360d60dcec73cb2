import { Title } from "@mantine/core";
import { Link, useSearch } from "@tanstack/react-router";
import { FigureTile } from "../../figures/FigureTile.tsx";
import type { ShownFigure } from "../../figures/shown-figure.ts";
import { textOf } from "../../i18n/loose.ts";

type Props = { figures: readonly ShownFigure[]; chosen: string | undefined };

/** All figures with values, family by family; each leads to its course. */
export function FigureTiles({ figures, chosen }: Props) {
  const { compare = "before" } = useSearch({ from: "/figures" });
  const families = Map.groupBy(figures, ({ definition }) => definition.family);
  return [...families].map(([family, members]) => (
    <section key={family} aria-labelledby={`family-${family}`} className="kw-family">
      <Title order={2} size="h5" id={`family-${family}`}>
        {textOf(`family.${family}`) ?? family}
      </Title>
      <ul className="kw-tiles">
        {members.map(({ definition, series }) => (
          <li key={definition.name}>
            <Link
              to="/figures"
              search={(before) => ({ ...before, figure: definition.name })}
              className="kw-tile"
              aria-current={definition.name === chosen ? "true" : undefined}
            >
              <FigureTile definition={definition} series={series} comparison={compare} />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  ));
}
