import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { FigureCatalogue, FigureQuery, FigureValues, Problem } from "@kundenwert/contract";
import { FIGURES, findFigure } from "../../pipeline/figures/catalogue/index.ts";
import type { PeriodKind } from "../../pipeline/figures/period.ts";
import {
  countSuppressed,
  readFigures,
  requireFigures,
} from "../../pipeline/figures/read-figures.ts";
import { ApiError } from "../api-error.ts";
import type { AppContext } from "../app-context.ts";

const PERIODS = 24;

export const figureRoutes: FastifyPluginAsyncTypebox<AppContext> = async (app, { workspace }) => {
  const { engine, settings } = workspace;
  app.get(
    "/figures",
    {
      schema: {
        operationId: "getFigures",
        description: "The glossary: every key figure with its meaning in English and German.",
        response: { 200: FigureCatalogue },
      },
    },
    async () => ({
      currency: settings.currency,
      basis: settings.basis,
      clvCacTarget: settings.clvCacTarget,
      items: FIGURES.map((figure) => ({
        ...figure,
        dimensions: [...figure.dimensions],
        periods: [...figure.periods],
        interval: figure.interval ?? null,
      })),
    }),
  );
  app.get(
    "/figures/values",
    {
      schema: {
        operationId: "getFigureValues",
        description: "Values of one figure or of all, by period and member of a dimension.",
        querystring: FigureQuery,
        response: { 200: FigureValues, 400: Problem, 404: Problem },
      },
    },
    async ({ query }) => {
      const { figure, period = "month", dimension = "all", member, last = PERIODS } = query;
      if (figure !== undefined) requireTold(figure, period);
      await requireFigures(engine);
      const wanted = { figure, period, dimension, member, last };
      const { currency, smallestGroup } = settings;
      const [items, suppressed] = await Promise.all([
        readFigures(engine, wanted, settings),
        countSuppressed(engine, wanted),
      ]);
      return { currency, period, dimension, smallestGroup, suppressed, items };
    },
  );
};

/** @throws ApiError REQUEST_INVALID where there is no such figure, or it is not told by the period */
function requireTold(name: string, period: PeriodKind): void {
  const figure = findFigure(name);
  if (!figure) {
    const figures = FIGURES.map((each) => each.name);
    throw new ApiError("REQUEST_INVALID", `There is no figure ${name}`, { figures });
  }
  if (figure.periods.includes(period)) return;
  const details = { figure: name, periods: [...figure.periods] };
  throw new ApiError("REQUEST_INVALID", `${name} is not told by ${period}`, details);
}
