import type { Problem } from "@kundenwert/contract";
import { ProblemError } from "./problem-error.ts";

type Query = Readonly<Record<string, string | number | boolean | undefined>>;

/** The address of an endpoint; undefined entries of the query are left out. */
export function apiUrl(path: string, query: Query = {}): string {
  const entries = Object.entries(query).filter(([, value]) => value !== undefined);
  const text = new URLSearchParams(entries.map(([name, value]) => [name, String(value)]));
  return `/api${path}${entries.length > 0 ? `?${text}` : ""}`;
}

/** @throws ProblemError */
export function get<T>(path: string, query?: Query, signal?: AbortSignal): Promise<T> {
  return request<T>(apiUrl(path, query), signal ? { signal } : {});
}

/** @throws ProblemError */
export function post<T>(path: string, body?: unknown): Promise<T> {
  return send<T>("POST", path, body);
}

/** @throws ProblemError */
export function put<T>(path: string, body: unknown): Promise<T> {
  return send<T>("PUT", path, body);
}

/** @throws ProblemError */
export function remove<T>(path: string): Promise<T> {
  return send<T>("DELETE", path);
}

/** A file of the server, with what its headers say of it. */
export type TakenFile = {
  readonly name: string;
  readonly content: Blob;
  readonly rows: number;
  readonly sha256: string;
};

/** @throws ProblemError */
export async function takeFile(path: string, query?: Query): Promise<TakenFile> {
  const response = await answer(apiUrl(path, query), {});
  if (!response.ok) throw await refusal(response);
  const { headers } = response;
  const [, name = "kundenwert"] =
    /filename="([^"]+)"/.exec(headers.get("content-disposition") ?? "") ?? [];
  return {
    name,
    content: await response.blob(),
    rows: Number(headers.get("x-row-count")),
    sha256: headers.get("x-checksum-sha256") ?? "",
  };
}

function send<T>(method: string, path: string, body?: unknown): Promise<T> {
  const json = { "content-type": "application/json" };
  const payload = body === undefined ? {} : { headers: json, body: JSON.stringify(body) };
  return request<T>(apiUrl(path), { method, ...payload });
}

async function request<T>(url: string, init: RequestInit): Promise<T> {
  const response = await answer(url, init);
  if (!response.ok) throw await refusal(response);
  return (await response.json().catch(() => undefined)) as T;
}

async function answer(url: string, init: RequestInit): Promise<Response> {
  return fetch(url, init).catch((error: unknown) => {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw new ProblemError({ code: "OFFLINE", title: "The server does not answer", status: 0 });
  });
}

async function refusal(response: Response): Promise<ProblemError> {
  const body: unknown = await response.json().catch(() => undefined);
  return new ProblemError(toProblem(body, response.status));
}

function toProblem(body: unknown, status: number): Problem {
  const known = typeof body === "object" && body !== null && "code" in body;
  return known ? (body as Problem) : { code: "INTERNAL", title: `HTTP ${status}`, status };
}
