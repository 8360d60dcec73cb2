import { type Static, type TSchema, Type } from "typebox";
import { CaseState, FeedbackAnswer, TopicName } from "./feedback.ts";
import { Nullable } from "./nullable.ts";
import { Count, Day, Instant, Money } from "./units.ts";

const Text = Nullable(Type.String());

export const CaseQuery = Type.Object(
  {
    state: Type.Optional(CaseState),
    overdue: Type.Optional(Type.Boolean({ description: "open or in work, and due before today" })),
    customer: Type.Optional(Type.String({ minLength: 1, maxLength: 1200 })),
    after: Type.Optional(
      Type.String({ maxLength: 2000, description: "`next` of the page before" }),
    ),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
  },
  { additionalProperties: false },
);
export type CaseQuery = Static<typeof CaseQuery>;

/** A bad answer that somebody should see to. */
export const FeedbackCase = Type.Object({
  caseId: Type.String(),
  answerNo: Type.Integer(),
  customerId: Text,
  givenOn: Day,
  kind: Type.String(),
  score: Type.Number(),
  caseState: CaseState,
  owner: Text,
  dueOn: Day,
  isOverdue: Type.Boolean(),
  outcome: Text,
  revision: Type.Integer({ minimum: 0, description: "grows with every change" }),
  settledAt: Nullable(Type.String({ description: "of the contact that settled it, if any" })),
  macro: Text,
  valueClass: Text,
  worth: Nullable(Money),
  atStake: Nullable(Money),
});
export type FeedbackCase = Static<typeof FeedbackCase>;

export const CasePage = Type.Object({
  currency: Type.String(),
  total: Count,
  items: Type.Array(FeedbackCase, { description: "due first; of settled ones the latest first" }),
  next: Nullable(Type.String({ description: "pass as `after` for the next page" })),
});
export type CasePage = Static<typeof CasePage>;

export const CaseEvent = Type.Object({
  happenedAt: Instant,
  kind: Type.Union([
    Type.Literal("state"),
    Type.Literal("owner"),
    Type.Literal("due"),
    Type.Literal("outcome"),
    Type.Literal("note"),
    Type.Literal("undo"),
  ]),
  before: Text,
  after: Nullable(Type.String({ description: "the text of a note" })),
  worth: Nullable(Type.Number({ description: "what the customer was worth by then" })),
});
export type CaseEvent = Static<typeof CaseEvent>;

export const CaseDetail = Type.Object({
  currency: Type.String(),
  case: FeedbackCase,
  answer: FeedbackAnswer,
  topics: Type.Array(TopicName, { description: "every topic a text can be of" }),
  history: Type.Array(CaseEvent, { description: "what people did, the oldest first" }),
  worthWhenSettled: Nullable(
    Type.Number({ description: "when it was settled, beside `case.worth` now" }),
  ),
  course: Type.Array(Type.Object({ periodEnd: Day, worth: Type.Number() }), {
    description: "worth at month ends, from the one before the answer on, not discounted",
  }),
});
export type CaseDetail = Static<typeof CaseDetail>;

export const CaseParams = Type.Object({ id: Type.String({ minLength: 1, maxLength: 1200 }) });

/** Text that is not only blanks. */
const Words = (maxLength: number) =>
  Type.String({ minLength: 1, maxLength, pattern: "\\S", description: "not only blanks" });

/** What is decided about a piece of work whose states are these; what is left out stays. */
export const workChange = <T extends TSchema>(state: T) =>
  Type.Object(
    {
      state: Type.Optional(state),
      owner: Type.Optional(Nullable(Words(120))),
      dueOn: Type.Optional(Nullable(Day)),
      outcome: Type.Optional(Nullable(Words(400))),
      note: Type.Optional(Words(4000)),
      revision: Type.Optional(
        Type.Integer({ minimum: 0, description: "as it was read: refused if it has grown" }),
      ),
    },
    { additionalProperties: false, minProperties: 1 },
  );

export const CaseChange = workChange(CaseState);
export type CaseChange = Static<typeof CaseChange>;
