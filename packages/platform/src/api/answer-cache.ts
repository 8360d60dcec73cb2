import type { FastifyInstance, FastifyRequest } from "fastify";
import type { Engine } from "../engines/engine.ts";
import { versionReader } from "./data-version.ts";

/** Answers that are kept, and how many bytes of them in all. */
const MOST_ANSWERS = 2000;
const MOST_BYTES = 64 * 2 ** 20;
/**
 * What moves without a change of data: jobs, their state on other pages, files, and what
 * kundenwert.yaml says, for people write into it with an editor too.
 */
const MOVING =
  /^\/api\/(health|overview|jobs|exports|openapi|imports\/|settings|segments\/decisions)/;

type Asked = { readonly key: string; readonly version: string };

/**
 * Keeps answers to reads until data change. Many people open the same screens in the morning, and
 * what they show changes with a run, an import, or what somebody writes.
 */
export function keepAnswers(app: FastifyInstance, engine: Engine): void {
  const answers = new Map<string, Buffer>();
  const asked = new WeakMap<FastifyRequest, Asked>();
  let kept = 0;
  let writes = 0;
  let latest = "";
  const readVersion = versionReader(engine);
  const forget = () => {
    answers.clear();
    kept = 0;
  };
  app.addHook("preHandler", async (request, reply) => {
    if (request.method !== "GET") {
      writes++;
      return forget();
    }
    if (MOVING.test(request.url)) return;
    const version = `${writes} ${await readVersion()}`;
    if (version !== latest) forget();
    latest = version;
    const known = answers.get(request.url);
    if (known === undefined) {
      asked.set(request, { key: request.url, version });
      return;
    }
    return reply.type("application/json; charset=utf-8").send(known);
  });
  app.addHook("onSend", async (request, reply, payload) => {
    const about = asked.get(request);
    const isKept = about?.version === latest && reply.statusCode === 200;
    if (!isKept || typeof payload !== "string") return;
    const answer = Buffer.from(payload);
    if (answers.size >= MOST_ANSWERS || kept + answer.length > MOST_BYTES) forget();
    answers.set(about.key, answer);
    kept += answer.length;
  });
  app.addHook("onResponse", async (request) => {
    // Who read while it was written may have seen either.
    if (request.method !== "GET") writes++;
  });
}
