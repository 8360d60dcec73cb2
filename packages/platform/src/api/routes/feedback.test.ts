import type {
  CaseDetail,
  CasePage,
  FeedbackPage,
  FeedbackTopics,
  Problem,
  Scorecard,
} from "@kundenwert/contract";
import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, expect, test } from "vitest";
import { importFeedback } from "../../../test/feedback-file.ts";
import { type TemporaryWorkspace, valuedWorkspace } from "../../../test/valued-workspace.ts";
import { run } from "../../pipeline/run.ts";
import { createApp } from "../app.ts";

let valued: TemporaryWorkspace;
let app: FastifyInstance;
beforeAll(async () => {
  valued = await valuedWorkspace();
  await importFeedback(valued.workspace);
  app = await createApp(valued.workspace);
});
afterAll(async () => {
  await app.close();
  await valued.remove();
});

async function get<T>(url: string): Promise<T> {
  const response = await app.inject(`/api${url}`);
  expect(response.statusCode, response.body).toBe(200);
  return response.json<T>();
}
async function change(id: string, payload: object): Promise<CaseDetail> {
  const url = `/api/feedback/cases/${encodeURIComponent(id)}`;
  const response = await app.inject({ method: "POST", url, payload });
  expect(response.statusCode, response.body).toBe(200);
  return response.json<CaseDetail>();
}
async function refused(url: string, payload?: object): Promise<Problem> {
  const method = payload ? "POST" : "GET";
  const body = payload ? { payload } : {};
  return (await app.inject({ method, url: `/api${url}`, ...body })).json<Problem>();
}

test("a bad answer is a case as soon as it is imported, before any run", async () => {
  const cases = await get<CasePage>("/feedback/cases?limit=200");
  // Of 60 answers from 0 to 10 in turn: five whole turns of 0 to 6, and 55 to 59 are 0 to 4.
  expect(cases.total).toBe(5 * 7 + 5);
  expect(cases.items).toHaveLength(40);
  expect(cases.items[0]).toMatchObject({
    caseId: "nps:F-0",
    customerId: "K-1000",
    caseState: "open",
    givenOn: "2026-03-02",
    dueOn: "2026-03-09",
    isOverdue: true,
    worth: null,
    revision: 0,
  });
});

test("after a run an answer tells its customer's segment and value", async () => {
  await run(valued.workspace, { backtest: false });
  const { items, total, topics } = await get<FeedbackPage>("/feedback/answers?limit=1");
  expect(total).toBe(61);
  expect(items[0]).toMatchObject({
    feedbackId: "F-60",
    sentiment: "positive",
    sentimentFrom: "words",
    scoreClass: "none",
    topics: [{ topic: "service", words: ["hotline*"] }],
    moods: ["danke", "freundlich*"],
    caseId: null,
  });
  const [row] = await valued.workspace.engine.rows(
    `SELECT class, contribution_discounted AS worth FROM customer_value
     WHERE customer_id = 'K-1000' AND horizon_months = 12`,
  );
  expect(items[0]).toMatchObject({ valueClass: row?.class, worth: row?.worth });
  expect(topics).toContainEqual({ topic: "service", nameDe: "Service", nameEn: "Service" });
});

test("pages follow each other without a gap, whatever the filter", async () => {
  const seen: number[] = [];
  let after = "";
  do {
    const page = await get<FeedbackPage>(`/feedback/answers?scoreClass=bad&limit=7${after}`);
    expect(page.total).toBe(40);
    seen.push(...page.items.map(({ answerNo }) => answerNo));
    after = page.next === null ? "" : `&after=${page.next}`;
  } while (after);
  expect(seen).toHaveLength(40);
  expect(seen).toEqual([...new Set(seen)].toSorted((one, other) => other - one));
});

test("every filter narrows the inbox down to what it says", async () => {
  const total = async (query: string) =>
    (await get<FeedbackPage>(`/feedback/answers?${query}`)).total;
  expect(await total("answerKind=nps")).toBe(60);
  expect(await total("answerKind=csat")).toBe(0);
  expect(await total("sentiment=positive")).toBe(10 + 1);
  expect(await total("topic=delivery")).toBe(10);
  expect(await total("from=2026-03-02&until=2026-03-08")).toBe(7);
  expect(await total("customer=K-1000")).toBe(2);
  const ofClasses = await Promise.all(["A", "B", "C"].map((each) => total(`valueClass=${each}`)));
  expect(ofClasses.reduce((sum, n) => sum + n, 0)).toBe(61);
  const { items } = await get<FeedbackPage>("/feedback/answers?limit=200");
  const segment = items[0]?.macro;
  const same = items.filter(({ macro }) => macro === segment).length;
  expect(await total(`segment=${segment}`)).toBe(same);
});

test("topics are ranked by what their critics are worth", async () => {
  const { items, smallestGroup } = await get<FeedbackTopics>("/feedback/topics");
  const delivery = items.find(({ topic }) => topic === "delivery");
  // Answers 0, 6, …, 54 tell of deliveries; of their scores 0 6 1 7 2 8 3 9 4 10 six are bad.
  expect(delivery).toMatchObject({
    rankPlace: 1,
    answers: 10,
    customers: 10,
    negative: 6,
    critics: 6,
  });
  const [row] = await valued.workspace.engine.rows(
    `SELECT sum(contribution_discounted) AS worth FROM customer_value
     WHERE horizon_months = 12 AND contribution_discounted > 0
       AND customer_id IN ('K-1000', 'K-1006', 'K-1012', 'K-1024', 'K-1036', 'K-1048')`,
  );
  expect(delivery?.worth).toBeCloseTo(row?.worth as number, 6);
  // One customer alone spoke of the service: too few.
  expect(smallestGroup).toBe(5);
  expect(items.map(({ topic }) => topic)).not.toContain("service");
});

test("the scorecard holds every customer once a quarter, and answers where there are any", async () => {
  const { items } = await get<Scorecard>("/feedback/scorecard");
  const ends = [...new Set(items.map(({ periodEnd }) => periodEnd))];
  expect(ends.length).toBeGreaterThan(4);
  const last = items.filter(({ periodEnd }) => periodEnd === "2026-06-30");
  const [known] = await valued.workspace.engine.rows(
    `SELECT CAST(count(*) AS DOUBLE) AS n FROM segment_macro
     WHERE period_end = DATE '2026-06-30'`,
  );
  expect(last.reduce((sum, { customers }) => sum + customers, 0)).toBe(known?.n);
  // Of 60 answers a day apart from 2 March on, the last 30 were given from 1 April on.
  expect(last.reduce((sum, { npsN }) => sum + npsN, 0)).toBe(30);
});

test("a case is worked on step by step, and each step can be seen and taken back", async () => {
  const id = "nps:F-6";
  const before = await get<CaseDetail>(`/feedback/cases/${id}`);
  expect(before).toMatchObject({ history: [], answer: { comment: "Lieferung kam zu spät" } });
  await change(id, { state: "in_work", owner: "Team Nord", dueOn: "2099-01-01", revision: 0 });
  const noted = await change(id, { note: "Angerufen" });
  expect(noted.case).toMatchObject({ caseState: "in_work", isOverdue: false, dueOn: "2099-01-01" });
  const solved = await change(id, { state: "solved", outcome: "Versandkosten erstattet" });
  expect(solved.worthWhenSettled).toBe(solved.case.worth);
  expect(solved.case.worth).toBeGreaterThan(0);
  expect(solved.history.map(({ kind }) => kind)).toEqual([
    ...["state", "owner", "due", "note", "state", "outcome"],
  ]);
  const open = await get<CasePage>("/feedback/cases?state=open&limit=200");
  expect(open.items.map(({ caseId }) => caseId)).not.toContain(id);
  const list = await get<CasePage>("/feedback/cases?state=solved");
  expect(list.items.map(({ caseId }) => caseId)).toEqual([id]);
  const undone = await app.inject({ method: "POST", url: `/api/feedback/cases/${id}/undo` });
  expect(undone.json<CaseDetail>()).toMatchObject({
    case: { caseState: "in_work", owner: "Team Nord" },
    worthWhenSettled: null,
  });
  const inbox = await get<FeedbackPage>("/feedback/answers?customer=K-1006");
  expect(inbox.items[0]).toMatchObject({ caseId: id, caseState: "in_work" });
});

test("pages of cases go on where the last one ended, the most urgent first", async () => {
  const first = await get<CasePage>("/feedback/cases?overdue=true&limit=10");
  const second = await get<CasePage>(`/feedback/cases?overdue=true&limit=10&after=${first.next}`);
  const due = [...first.items, ...second.items].map(({ dueOn, caseId }) => `${dueOn} ${caseId}`);
  expect(due).toEqual(due.toSorted());
  expect(new Set(due).size).toBe(20);
});

test("what cannot be is refused with its code", async () => {
  const code = async (url: string, payload?: object) => (await refused(url, payload)).code;
  expect(await code("/feedback/cases/nps:nobody")).toBe("CASE_UNKNOWN");
  expect(await code("/feedback/cases/nps:F-1", { state: "won" })).toBe("REQUEST_INVALID");
  expect(await code("/feedback/cases/nps:F-1", {})).toBe("REQUEST_INVALID");
  expect(await code("/feedback/cases/nps:F-1", { note: "  " })).toBe("REQUEST_INVALID");
  expect(await code("/feedback/cases/nps:F-1", { dueOn: "2026-02-30" })).toBe("REQUEST_INVALID");
  expect(await code("/feedback/cases/nps:F-1", { owner: "x", revision: 7 })).toBe("CASE_CHANGED");
  expect(await code("/feedback/cases/nps:F-1/undo", {})).toBe("CASE_NOTHING_TO_UNDO");
  expect(await code("/feedback/cases?after=x")).toBe("CURSOR_INVALID");
  expect(await code("/feedback/answers?from=2026-13-01")).toBe("REQUEST_INVALID");
  expect(await code("/feedback/answers?topic=';DROP TABLE feedback_item")).toBe(undefined);
});

test("inbox, topics and cases leave as files, notes never, formulas harmless", async () => {
  const file = async (table: string, query = "") => {
    const response = await app.inject(`/api/exports/tables/${table}${query}`);
    expect(response.statusCode, response.body).toBe(200);
    return { rows: Number(response.headers["x-row-count"]), text: response.body };
  };
  expect((await file("feedback", "?scoreClass=bad")).rows).toBe(40);
  expect((await file("feedback", "?from=2026-03-03&until=2026-03-03")).text).toContain("'=1+1");
  expect((await file("feedback-topics")).text).toContain("Lieferung");
  const cases = await file("cases", "?caseState=in_work");
  expect(cases.rows).toBe(1);
  expect(cases.text).toContain("Team Nord");
  expect(cases.text).not.toContain("Angerufen");
});
