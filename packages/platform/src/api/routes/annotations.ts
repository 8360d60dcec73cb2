import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import {
  Annotation,
  AnnotationList,
  AnnotationParams,
  AnnotationRequest,
  Problem,
} from "@kundenwert/contract";
import { listEvents } from "../../pipeline/campaign-events.ts";
import type { AppContext } from "../app-context.ts";

/** What happened on a day and may explain figures: noted by people, and campaigns of the data. */
export const annotationRoutes: FastifyPluginAsyncTypebox<AppContext> = async (app, context) => {
  const { store, workspace } = context;
  const { annotations } = store;
  const response = { 200: Annotation, 400: Problem, 404: Problem };
  app.get(
    "/annotations",
    { schema: { operationId: "listAnnotations", response: { 200: AnnotationList } } },
    async () => ({ items: await listEvents(workspace.engine, annotations.list()) }),
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
