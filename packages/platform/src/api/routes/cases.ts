import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import {
  CaseChange,
  CaseDetail,
  CasePage,
  CaseParams,
  CaseQuery,
  type FeedbackCase,
  Problem,
  type TopicName,
} from "@kundenwert/contract";
import type { Row } from "../../engines/engine.ts";
import {
  type CasePlace,
  type CaseView,
  changeCase,
  readCase,
  readCases,
  undoCase,
} from "../../pipeline/feedback/cases.ts";
import { todayIn } from "../../pipeline/feedback/today.ts";
import { ApiError } from "../api-error.ts";
import type { AppContext } from "../app-context.ts";
import { moment } from "../customer-detail.ts";
import { message } from "../message.ts";
import { toAnswer } from "./feedback.ts";

const PAGE = 50;

/** Cases: listed, looked at, worked on, taken back. */
export const caseRoutes: FastifyPluginAsyncTypebox<AppContext> = async (app, context) => {
  const { workspace, store } = context;
  const { engine, settings } = workspace;
  const today = () => todayIn(settings.timeZone);
  const detail = (view: CaseView) => toDetail(view, settings.currency, today());
  app.get(
    "/feedback/cases",
    {
      schema: {
        operationId: "listCases",
        querystring: CaseQuery,
        response: { 200: CasePage, 400: Problem, 404: Problem },
      },
    },
    async ({ query: { state, overdue, customer, after, limit = PAGE } }) => {
      const day = today();
      const filter = { state, customer, dueBefore: overdue ? day : undefined };
      const place = after === undefined ? undefined : readPlace(after);
      const page = await readCases(engine, store.cases, filter, { after: place, limit });
      return {
        currency: settings.currency,
        total: page.total,
        items: page.rows.map((row) => toCase(row, day)),
        next: page.next ? writePlace(page.next) : null,
      };
    },
  );
  app.get(
    "/feedback/cases/:id",
    {
      schema: {
        operationId: "getCase",
        params: CaseParams,
        response: { 200: CaseDetail, 404: Problem },
      },
    },
    async ({ params: { id } }) => detail(await readCase(engine, store.cases, id)),
  );
  app.post(
    "/feedback/cases/:id",
    {
      schema: {
        operationId: "changeCase",
        description: "Changes what is told and leaves the rest; every change is kept.",
        params: CaseParams,
        body: CaseChange,
        response: { 200: CaseDetail, 400: Problem, 404: Problem, 409: Problem },
      },
    },
    async ({ params: { id }, body: { revision, ...change } }) =>
      detail(await changeCase(engine, store.cases, id, change, revision)),
  );
  app.post(
    "/feedback/cases/:id/undo",
    {
      schema: {
        operationId: "undoCase",
        description: "Takes the last change of the state back.",
        params: CaseParams,
        response: { 200: CaseDetail, 404: Problem, 409: Problem },
      },
    },
    async ({ params: { id } }) => detail(await undoCase(engine, store.cases, id)),
  );
};

function toCase(row: Row, today: string): FeedbackCase {
  const isUndone = row.case_state === "open" || row.case_state === "in_work";
  return {
    ...message<FeedbackCase>(row),
    settledAt: row.settled_at === null ? null : moment(row.settled_at),
    isOverdue: isUndone && String(row.due_on) < today,
  };
}

function toDetail(view: CaseView, currency: string, today: string): CaseDetail {
  return {
    currency,
    case: toCase(view.row, today),
    answer: toAnswer(view.item),
    topics: view.topicNames.map((row) => message<TopicName>(row)),
    history: [...view.history],
    worthWhenSettled: view.worthWhenSettled,
    course: view.course.map((row) => message(row)),
  };
}

function writePlace({ due, id }: CasePlace): string {
  return Buffer.from(JSON.stringify([due, id])).toString("base64url");
}

/** @throws ApiError CURSOR_INVALID */
function readPlace(text: string): CasePlace {
  try {
    const [due, id] = JSON.parse(Buffer.from(text, "base64url").toString("utf8"));
    if (/^\d{4}-\d{2}-\d{2}$/.test(due) && !Number.isNaN(Date.parse(due)) && typeof id === "string")
      return { due, id };
  } catch {
    // Said below: whatever it is, it is no cursor of ours.
  }
  throw new ApiError("CURSOR_INVALID", "`after` is not the `next` of a page of cases");
}
