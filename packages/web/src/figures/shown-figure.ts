import type { FigureCatalogue, FigureDefinition } from "@kundenwert/contract";
import type { Series } from "./series.ts";

/** Enough for the year before, in every kind of period. */
export const LAST = { week: 60, month: 36, quarter: 16, year: 10, total: 1 } as const;

export type ShownFigure = { readonly definition: FigureDefinition; readonly series: Series };

/** The figures that have values here, as the catalogue orders them. */
export function shownFigures(catalogue: FigureCatalogue, all: readonly Series[]): ShownFigure[] {
  return catalogue.items.flatMap((definition) => {
    const series = all.find(({ figure }) => figure === definition.name);
    return series ? [{ definition, series }] : [];
  });
}
