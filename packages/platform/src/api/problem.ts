import { STATUS_CODES } from "node:http";
import type { Socket } from "node:net";
import { ERROR_STATUS, type ErrorCode, type Problem } from "@kundenwert/contract";
import type { ModelErrorCode } from "@kundenwert/models";
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { EngineErrorCode } from "../engines/engine-error.ts";
import type { PipelineErrorCode } from "../pipeline/pipeline-error.ts";
import type { SourceErrorCode } from "../sources/source-error.ts";
import type { StoreErrorCode } from "../store/store-error.ts";
import type { WorkspaceErrorCode } from "../workspace/workspace-error.ts";

type Thrown =
  | EngineErrorCode
  | ModelErrorCode
  | PipelineErrorCode
  | SourceErrorCode
  | StoreErrorCode
  | WorkspaceErrorCode;
/** A code that is thrown anywhere below and missing in the catalogue is a compile error here. */
const STATUS: Readonly<Record<ErrorCode | Thrown, number>> = ERROR_STATUS;

type Coded = Error & { code?: unknown; details?: unknown };

/** What Fastify and its plugins call their errors, in our words. */
const FASTIFY_CODES: Readonly<Record<string, ErrorCode>> = {
  FST_REQ_FILE_TOO_LARGE: "UPLOAD_TOO_LARGE",
  FST_ERR_CTP_BODY_TOO_LARGE: "UPLOAD_TOO_LARGE",
  FST_ERR_MAX_PARAM_LENGTH: "REQUEST_TOO_LONG",
};

/**
 * An error as the body of an answer. Faults of our own (5xx) keep their code and lose their text,
 * which may hold SQL or paths; everything else says what was wrong and with what.
 */
export function toProblem(error: unknown): Problem {
  const coded = error as Coded;
  const code = codeOf(coded);
  const status = STATUS[code];
  if (status >= 500) return { code, title: "Internal error", status };
  return { code, title: coded.message, status, ...detailsOf(coded) };
}

function codeOf(error: Coded): ErrorCode {
  const { code } = error;
  if (typeof code === "string" && Object.hasOwn(ERROR_STATUS, code)) return code as ErrorCode;
  const { statusCode, validation } = error as Partial<FastifyError>;
  if (validation) return "REQUEST_INVALID";
  if (typeof code === "string" && FASTIFY_CODES[code]) return FASTIFY_CODES[code];
  return statusCode && statusCode < 500 ? "REQUEST_INVALID" : "INTERNAL";
}

function detailsOf(error: Coded): { details?: Record<string, unknown> } {
  const { validation, validationContext } = error as Partial<FastifyError>;
  if (validation) {
    const problems = validation.map(({ instancePath, message }) => ({
      path: instancePath,
      message,
    }));
    return { details: { in: validationContext, problems } };
  }
  const { details } = error;
  if (typeof details !== "object" || details === null || Object.keys(details).length === 0) {
    return {};
  }
  return { details: details as Record<string, unknown> };
}

/**
 * Answers what could not be read as HTTP, and so never came to a route: a line or header that is
 * too long, or nonsense.
 */
export function refuseUnreadable(error: Error & { code?: string }, socket: Socket): void {
  // Whoever has gone away hears nothing.
  if (error.code === "ECONNRESET" || !socket.writable) {
    socket.destroy();
    return;
  }
  const tooLong = error.code === "HPE_HEADER_OVERFLOW";
  const code: ErrorCode = tooLong ? "REQUEST_TOO_LONG" : "REQUEST_INVALID";
  const title = tooLong ? "Address and headers are too long" : "This is no HTTP request";
  const body = JSON.stringify({ code, title, status: STATUS[code] } satisfies Problem);
  socket.end(
    [
      `HTTP/1.1 ${STATUS[code]} ${STATUS_CODES[STATUS[code]]}`,
      "content-type: application/problem+json",
      `content-length: ${Buffer.byteLength(body)}`,
      "connection: close",
      "",
      body,
    ].join("\r\n"),
  );
}

/** Answers every error of `app` with a Problem. */
export function answerWithProblems(app: FastifyInstance): void {
  app.setErrorHandler(answerError);
}

/** Answers an error with a Problem, also one of an address that no route could read. */
export function answerError(
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  const problem = toProblem(error);
  if (problem.status >= 500) request.log.error({ err: error }, "request failed");
  return reply.code(problem.status).type("application/problem+json").send(problem);
}
