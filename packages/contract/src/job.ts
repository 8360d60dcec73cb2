import { type Static, Type } from "typebox";
import { VALUING } from "./method.ts";
import { Nullable } from "./nullable.ts";
import { Problem } from "./problem.ts";
import { Instant, Share } from "./units.ts";

export const JobKind = Type.Union([Type.Literal("import"), Type.Literal("run")]);
export type JobKind = Static<typeof JobKind>;

export const JobState = Type.Union([
  Type.Literal("queued"),
  Type.Literal("running"),
  Type.Literal("done"),
  Type.Literal("failed"),
  Type.Literal("cancelled"),
]);
export type JobState = Static<typeof JobState>;

export const JobProgress = Type.Object({
  step: Type.String({ description: "Name of the step under way" }),
  index: Type.Integer({ minimum: 1, description: "Its place, from 1" }),
  total: Type.Integer({ minimum: 1, description: "Number of steps" }),
  share: Nullable(Share),
});
export type JobProgress = Static<typeof JobProgress>;

/** Work that takes longer than a request. One runs at a time; the others wait in order. */
export const Job = Type.Object({
  id: Type.String({ format: "uuid" }),
  kind: JobKind,
  state: JobState,
  revision: Type.Integer({ description: "Grows with every change; the id of its SSE event" }),
  progress: Nullable(JobProgress),
  result: Type.Record(Type.String(), Type.Unknown(), {
    description: "What the job found, once it is done; an import that is followed by a run: runJob",
  }),
  error: Nullable(Problem),
  createdAt: Instant,
  startedAt: Nullable(Instant),
  finishedAt: Nullable(Instant),
});
export type Job = Static<typeof Job>;

export const JobList = Type.Object({ items: Type.Array(Job) });
export type JobList = Static<typeof JobList>;

export const JobParams = Type.Object({ id: Type.String({ maxLength: 64 }) });

export const RunRequest = Type.Object(
  {
    method: Type.Optional(
      Type.Union([...VALUING], {
        description: "Values customers by this method, whoever wins the backtest",
      }),
    ),
    backtest: Type.Optional(Type.Boolean({ description: "false leaves the backtest out" })),
  },
  { additionalProperties: false },
);
export type RunRequest = Static<typeof RunRequest>;
