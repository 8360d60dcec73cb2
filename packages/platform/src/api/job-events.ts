import type { FastifyReply } from "fastify";
import { isFinished, type JobRecord } from "../store/job-record.ts";
import type { JobRunner } from "../store/job-runner.ts";

/** Proxies close connections on which nothing is said for a minute. */
const HEARTBEAT_MS = 20_000;

type Options = {
  /** The last revision the reader has seen; 0 if none. */
  readonly seen: number;
  readonly jobs: JobRunner;
};

/**
 * Streams a job's states until it has ended. Every event carries the whole job, so a reader who
 * lost the connection needs the latest event only.
 */
export function sendEvents(reply: FastifyReply, job: JobRecord, { seen, jobs }: Options): void {
  reply.hijack();
  const { raw } = reply;
  for (const [name, value] of Object.entries(reply.getHeaders())) {
    if (value !== undefined) raw.setHeader(name, value);
  }
  raw.writeHead(200, { "content-type": "text/event-stream", "x-accel-buffering": "no" });
  const send = (state: JobRecord) => {
    const { request: _, ...message } = state;
    raw.write(`id: ${state.revision}\ndata: ${JSON.stringify(message)}\n\n`);
    if (isFinished(state)) raw.end();
  };
  const leave = jobs.subscribe(job.id, send);
  const heartbeat = setInterval(() => raw.write(":\n\n"), HEARTBEAT_MS);
  raw.on("close", () => {
    clearInterval(heartbeat);
    leave();
  });
  raw.write("retry: 1000\n\n");
  if (job.revision > seen) send(job);
  else if (isFinished(job)) raw.end();
}
