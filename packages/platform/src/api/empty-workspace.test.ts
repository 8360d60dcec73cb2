import type { Job, Upload } from "@kundenwert/contract";
import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  emptyWorkspace,
  germanOrders,
  type TemporaryWorkspace,
} from "../../test/valued-workspace.ts";
import { createApp } from "./app.ts";

let empty: TemporaryWorkspace;
let api: FastifyInstance;
beforeAll(async () => {
  empty = await emptyWorkspace();
  api = await createApp(empty.workspace, { uploadLimit: 200_000 });
});
afterAll(async () => {
  await api.close();
  await empty.remove();
});

test("an empty workspace says so, wherever values would stand", async () => {
  expect((await api.inject("/api/overview")).json()).toMatchObject({
    state: "empty",
    customers: null,
  });
  for (const url of ["/equity", "/value-distribution", "/customers", "/backtest", "/doctor"]) {
    const response = await api.inject(`/api${url}`);
    expect(response.json(), url).toMatchObject({ code: "NO_RUN_YET", status: 404 });
  }
  expect((await api.inject("/api/imports")).json()).toEqual({ items: [] });
});

test("takes a file from upload over preview and import to values", async () => {
  const { uploadId } = await upload("../../Bestellungen Größe.csv", germanOrders());
  const preview = await api.inject({
    method: "POST",
    url: "/api/imports/preview",
    payload: { uploadId },
  });
  expect(preview.json()).toMatchObject({
    fileName: "Bestellungen Größe.csv",
    format: { encoding: "windows-1252", delimiter: ";" },
    mapping: { customer: "Kundennr", time: "Bestelldatum", amount: "Nettobetrag" },
    problems: [],
  });
  expect(preview.json().rows).toHaveLength(10);
  expect(preview.json().rows[4].reject).toMatchObject({ reason: "TIME_UNREADABLE" });

  const started = await api.inject({
    method: "POST",
    url: "/api/imports",
    payload: { uploadId, run: true },
  });
  expect(started.statusCode).toBe(202);
  const imported = await ended(started.json<Job>().id);
  expect(imported.error).toBeNull();
  expect(imported).toMatchObject({ state: "done", result: { rows: { rejected: 1 } } });
  expect(await ended(String(imported.result.runJob))).toMatchObject({ state: "done" });
  expect((await api.inject("/api/overview")).json()).toMatchObject({ state: "valued" });

  const [item] = (await api.inject("/api/imports")).json().items;
  expect(item).toMatchObject({ rejected: 1, undoneAt: null });
  const rejects = await api.inject(`/api/imports/${item.importId}/rejects.csv`);
  expect(rejects.body.split("\n")[1]).toContain("31.02.2024");
  const again = { method: "POST", url: "/api/imports", payload: { uploadId } } as const;
  expect((await api.inject(again)).json()).toMatchObject({ code: "UPLOAD_UNKNOWN" });
});

test("an import can be taken back, once", async () => {
  const [item] = (await api.inject("/api/imports")).json().items;
  const undo = () => api.inject({ method: "POST", url: `/api/imports/${item.importId}/undo` });
  expect((await undo()).json()).toMatchObject({ importId: item.importId });
  expect((await undo()).json()).toMatchObject({ code: "IMPORT_UNDONE", status: 409 });
  expect((await api.inject("/api/overview")).json().orderLines).toBe(0);
});

test("a run without orders fails with a code, and its events end with it", async () => {
  const started = await api.inject({ method: "POST", url: "/api/runs", payload: {} });
  const { id } = started.json<Job>();
  expect(await ended(id)).toMatchObject({ state: "failed", error: { code: "NO_ORDERS" } });
  const events = await api.inject(`/api/jobs/${id}/events`);
  expect(events.headers["content-type"]).toBe("text/event-stream");
  expect(events.body).toMatch(/id: \d+\ndata: {.*"state":"failed"/);
  const { revision } = (await api.inject(`/api/jobs/${id}`)).json<Job>();
  const seen = { "last-event-id": String(revision) };
  const later = await api.inject({ url: `/api/jobs/${id}/events`, headers: seen });
  expect(later.body).not.toContain("data:");
  const cancel = await api.inject({ method: "POST", url: `/api/jobs/${id}/cancel` });
  expect(cancel.json()).toMatchObject({ code: "JOB_FINISHED", status: 409 });
});

test("a file over the limit is refused and not kept", async () => {
  const response = await sendFile("big.csv", Buffer.alloc(300_000, "a"));
  expect(response.json()).toMatchObject({ code: "UPLOAD_TOO_LARGE", status: 413 });
});

test("an upload without a file is refused", async () => {
  const response = await api.inject({ method: "POST", url: "/api/uploads", payload: {} });
  expect(response.json()).toMatchObject({ code: "UPLOAD_MISSING", status: 400 });
});

async function upload(name: string, content: Buffer): Promise<Upload> {
  const response = await sendFile(name, content);
  expect(response.statusCode, response.body).toBe(201);
  return response.json<Upload>();
}

function sendFile(name: string, content: Buffer) {
  const boundary = "----probe";
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\n\r\n`;
  const payload = Buffer.concat([Buffer.from(head), content, Buffer.from(`\r\n--${boundary}--`)]);
  const headers = { "content-type": `multipart/form-data; boundary=${boundary}` };
  return api.inject({ method: "POST", url: "/api/uploads", payload, headers });
}

/** The job's stream ends with the job; its last event is the state it ended in. */
async function ended(id: string): Promise<Job> {
  const { body } = await api.inject(`/api/jobs/${id}/events`);
  const last = body.trim().split("\n\n").at(-1) ?? "";
  return JSON.parse(last.slice(last.indexOf("data: ") + 6));
}
