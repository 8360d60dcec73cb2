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
  const json = { "content-type": "application/json" };
  const payload = body === undefined ? {} : { headers: json, body: JSON.stringify(body) };
  return request<T>(apiUrl(path), { method: "POST", ...payload });
}

async function request<T>(url: string, init: RequestInit): Promise<T> {
  const response = await fetch(url, init).catch((error: unknown) => {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw new ProblemError({ code: "OFFLINE", title: "The server does not answer", status: 0 });
  });
  const body: unknown = await response.json().catch(() => undefined);
  if (response.ok) return body as T;
  throw new ProblemError(toProblem(body, response.status));
}

function toProblem(body: unknown, status: number): Problem {
  const known = typeof body === "object" && body !== null && "code" in body;
  return known ? (body as Problem) : { code: "INTERNAL", title: `HTTP ${status}`, status };
}
