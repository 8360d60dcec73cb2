import type { FastifyInstance, FastifyRequest } from "fastify";
import type { Engine } from "../engines/engine.ts";

/** Answers that are kept, and how many bytes of them in all. */
const MOST_ANSWERS = 2000;
const MOST_BYTES = 64 * 2 ** 20;
/** What a table of the ledger or of the pipeline was changed by last. */
const VERSION = `SELECT
  (SELECT CAST(count(*) AS VARCHAR) || '/' || CAST(count(undone_at) AS VARCHAR) FROM imports) AS imports,
  (SELECT CAST(count(*) AS VARCHAR) || '/' || CAST(max(published_at) AS VARCHAR) FROM journal) AS journal`;
/**
 * What moves without a change of data: jobs, their state on other pages, files, and what
 * kundenwert.yaml says, for people write into it with an editor too.
 */
const MOVING =
  /^\/api\/(health|overview|jobs|exports|openapi|imports|settings|segments\/decisions)/;

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
  const readVersion = shared(versionReader(engine));
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

/** Reads what data are of; today is part of it, for some answers tell what is overdue. */
function versionReader(engine: Engine): () => Promise<string> {
  let hasJournal = false;
  return async () => {
    hasJournal ||= await engine.hasTable("journal");
    const [row] = hasJournal ? await engine.rows(VERSION) : [];
    const today = new Date().toISOString().slice(0, 10);
    return `${today} ${row?.imports} ${row?.journal}`;
  };
}

/**
 * One question for all who ask while another is on its way. They wait for it and share the next,
 * for the one on its way may have been asked before the data that they know of were written.
 */
function shared<T>(ask: () => Promise<T>): () => Promise<T> {
  let current: Promise<unknown> = Promise.resolve();
  let next: Promise<T> | undefined;
  return () => {
    next ??= current.then(() => {
      const asked = ask();
      current = asked.catch(() => undefined);
      next = undefined;
      return asked;
    });
    return next;
  };
}
