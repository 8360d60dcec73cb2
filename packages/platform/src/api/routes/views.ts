import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import {
  Preferences,
  Problem,
  SavedView,
  SavedViewList,
  SavedViewParams,
  SavedViewRename,
  SavedViewRequest,
} from "@kundenwert/contract";
import type { AppContext } from "../app-context.ts";

/** What a person keeps of the dashboard: pages with their filters, and the look of the start page. */
export const viewRoutes: FastifyPluginAsyncTypebox<AppContext> = async (app, { store }) => {
  const { views } = store;
  const response = { 200: SavedView, 400: Problem, 404: Problem };
  app.get(
    "/views",
    { schema: { operationId: "listViews", response: { 200: SavedViewList } } },
    async () => ({ items: views.list() }),
  );
  app.post(
    "/views",
    { schema: { operationId: "saveView", body: SavedViewRequest, response } },
    async ({ body }) => views.insert(body),
  );
  app.put(
    "/views/:id",
    {
      schema: {
        operationId: "renameView",
        params: SavedViewParams,
        body: SavedViewRename,
        response,
      },
    },
    async ({ params: { id }, body: { name } }) => views.rename(id, name),
  );
  app.delete(
    "/views/:id",
    { schema: { operationId: "removeView", params: SavedViewParams, response } },
    async ({ params: { id } }) => views.remove(id),
  );
  app.post(
    "/views/:id/restore",
    { schema: { operationId: "restoreView", params: SavedViewParams, response } },
    async ({ params: { id } }) => views.restore(id),
  );
  app.get(
    "/preferences",
    { schema: { operationId: "getPreferences", response: { 200: Preferences } } },
    async () => ({ ...NONE, ...(views.readPreferences() as Partial<Preferences>) }),
  );
  app.put(
    "/preferences",
    {
      schema: {
        operationId: "setPreferences",
        body: Preferences,
        response: { 200: Preferences, 400: Problem },
      },
    },
    async ({ body }) => {
      views.writePreferences(body);
      return body;
    },
  );
};

const NONE: Preferences = { tiles: null, horizon: null, basis: null, language: null };
