import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import {
  Annotation,
  AnnotationList,
  AnnotationParams,
  AnnotationRequest,
  Problem,
} from "@kundenwert/contract";
import type { Engine } from "../../engines/engine.ts";
import type { AppContext } from "../app-context.ts";

/** What happened on a day and may explain figures: noted by people, and campaigns of the data. */
export const annotationRoutes: FastifyPluginAsyncTypebox<AppContext> = async (app, context) => {
  const { store, workspace } = context;
  const { annotations } = store;
  const response = { 200: Annotation, 400: Problem, 404: Problem };
  app.get(
    "/annotations",
    { schema: { operationId: "listAnnotations", response: { 200: AnnotationList } } },
    async () => {
      const all: Annotation[] = [...annotations.list(), ...(await campaigns(workspace.engine))];
      return { items: all.sort((one, other) => one.day.localeCompare(other.day)) };
    },
  );
  app.post(
    "/annotations",
    { schema: { operationId: "addAnnotation", body: AnnotationRequest, response } },
    async ({ body }) => annotations.insert(body),
  );
  app.put(
    "/annotations/:id",
    {
      schema: {
        operationId: "changeAnnotation",
        params: AnnotationParams,
        body: AnnotationRequest,
        response,
      },
    },
    async ({ params: { id }, body }) => annotations.update(id, body),
  );
  app.delete(
    "/annotations/:id",
    { schema: { operationId: "removeAnnotation", params: AnnotationParams, response } },
    async ({ params: { id } }) => annotations.remove(id),
  );
  app.post(
    "/annotations/:id/restore",
    { schema: { operationId: "restoreAnnotation", params: AnnotationParams, response } },
    async ({ params: { id } }) => annotations.restore(id),
  );
};

/** More than charts can show; the latest count. */
const MOST_CAMPAIGNS = 1000;

async function campaigns(engine: Engine): Promise<Annotation[]> {
  const rows = await engine.rows(
    `SELECT CAST(started_on AS VARCHAR) AS day, MIN(COALESCE(name, campaign_id)) AS name
     FROM campaigns WHERE started_on IS NOT NULL
     GROUP BY started_on, campaign_id ORDER BY started_on DESC, campaign_id LIMIT ${MOST_CAMPAIGNS}`,
  );
  return rows.map(({ day, name }) => ({
    id: null,
    day: String(day),
    kind: "campaign",
    text: String(name),
  }));
}
