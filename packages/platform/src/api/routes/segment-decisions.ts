import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import {
  Problem,
  SegmentDecisionRequest,
  SegmentDecisions,
  SegmentHistory,
  SegmentsChanged,
  SettingChangeParams,
} from "@kundenwert/contract";
import { checkDecisions } from "../../pipeline/segments/check-decisions.ts";
import { customersFitting } from "../../pipeline/segments/customers-fitting.ts";
import {
  adoptSegments,
  changeSegments,
  type SegmentChange,
  undoSegments,
} from "../../workspace/change-segments.ts";
import type { OwnRule } from "../../workspace/segment-settings.ts";
import { readSettings } from "../../workspace/settings.ts";
import type { AppContext } from "../app-context.ts";
import { requireRest } from "../at-rest.ts";

/** What people decide about segments: told, written into kundenwert.yaml, and taken back. */
export const segmentDecisionRoutes: FastifyPluginAsyncTypebox<AppContext> = async (
  app,
  context,
) => {
  await app.register(readRoutes, context);
  await app.register(changeRoutes, context);
};

const readRoutes: FastifyPluginAsyncTypebox<AppContext> = async (app, { store, workspace }) => {
  app.get(
    "/segments/decisions",
    {
      schema: {
        operationId: "getSegmentDecisions",
        response: { 200: SegmentDecisions, 409: Problem },
      },
    },
    async () => ({
      ...readSettings(workspace.directory).segments,
      isRunNeeded: adoptSegments(workspace),
    }),
  );
  app.get(
    "/segments/decisions/changes",
    { schema: { operationId: "listSegmentChanges", response: { 200: SegmentHistory } } },
    async () => ({ items: store.segmentChanges.list(50).map(toMessage) }),
  );
};

const changeRoutes: FastifyPluginAsyncTypebox<AppContext> = async (app, { store, workspace }) => {
  const { directory, engine } = workspace;
  const keep = (changes: readonly SegmentChange[], undoes?: number) => {
    if (changes.length > 0) store.segmentChanges.insert(changes, undoes);
    return { changes: [...changes], isRunNeeded: adoptSegments(workspace), fitting: null };
  };
  app.post(
    "/segments/decisions/changes",
    {
      schema: {
        operationId: "changeSegments",
        description:
          "Writes into kundenwert.yaml. Names and marks hold at once; charts, pinned and own segments from the next run on.",
        body: SegmentDecisionRequest,
        response: { 200: SegmentsChanged, 400: Problem, 409: Problem, 422: Problem },
      },
    },
    async ({ body: { changes, isTrial = false } }) => {
      const wishes = changes.map((wish) => ({ to: null, ...wish }));
      if (!isTrial) requireRest(store);
      await checkDecisions(engine, readSettings(directory).segments, wishes);
      const made = changeSegments(directory, wishes, isTrial);
      if (!isTrial) return keep(made);
      const rule = wishes.find(({ kind, value }) => kind === "own" && value !== null)?.value;
      const fitting = rule ? await customersFitting(engine, rule as OwnRule) : null;
      return { changes: made, isRunNeeded: adoptSegments(workspace), fitting };
    },
  );
  app.post(
    "/segments/decisions/changes/:id/undo",
    {
      schema: {
        operationId: "undoSegmentChange",
        description: "Writes what stood in the file before a change.",
        params: SettingChangeParams,
        response: { 200: SegmentsChanged, 404: Problem, 409: Problem, 422: Problem },
      },
    },
    async ({ params: { id } }) => {
      requireRest(store);
      return keep(undoSegments(directory, store.segmentChanges.get(id).changes), id);
    },
  );
};

function toMessage<T extends { readonly changes: readonly SegmentChange[] }>(record: T) {
  return { ...record, changes: [...record.changes] };
}
