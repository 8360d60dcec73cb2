import { Readable } from "node:stream";
import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import {
  type ImportItem,
  ImportList,
  ImportParams,
  ImportPreview,
  ImportRequest,
  ImportUndone,
  Job,
  PreviewRequest,
  Problem,
  Upload,
} from "@kundenwert/contract";
import { readSql } from "../../engines/sql-file.ts";
import { previewFile } from "../../sources/preview-file.ts";
import { rejectsCsv } from "../../sources/rejects-csv.ts";
import { undoImport } from "../../sources/undo-import.ts";
import { ApiError } from "../api-error.ts";
import type { AppContext } from "../app-context.ts";
import { CsvStream } from "../csv-stream.ts";
import { instant, message } from "../message.ts";
import { findUpload, keepUpload } from "../uploads.ts";

const Failures = { 400: Problem, 404: Problem, 409: Problem, 413: Problem, 422: Problem };

/** A file's way in: send it, look at what it would become, import it; and the way back. */
export const importRoutes: FastifyPluginAsyncTypebox<AppContext> = async (app, context) => {
  await app.register(uploadRoutes, context);
  await app.register(importListRoutes, context);
};

const uploadRoutes: FastifyPluginAsyncTypebox<AppContext> = async (app, context) => {
  const { workspace, jobs, uploadDirectory } = context;
  app.post(
    "/uploads",
    {
      schema: {
        operationId: "uploadFile",
        description: "multipart/form-data with one file; it waits a day for its import",
        consumes: ["multipart/form-data"],
        response: { 201: Upload, ...Failures },
      },
    },
    async (request, reply) => {
      const part = request.isMultipart() ? await request.file() : undefined;
      if (!part) throw new ApiError("UPLOAD_MISSING", "Send one file as multipart/form-data");
      return reply.code(201).send(await keepUpload(uploadDirectory, part));
    },
  );
  app.post(
    "/imports/preview",
    {
      schema: {
        operationId: "previewImport",
        body: PreviewRequest,
        response: { 200: ImportPreview, ...Failures },
      },
    },
    async ({ body: { uploadId, ...reading } }) => {
      const { path, fileName } = findUpload(uploadDirectory, uploadId);
      const preview = await previewFile(workspace, path, reading);
      return { ...preview, uploadId, fileName } as unknown as ImportPreview;
    },
  );
  app.post(
    "/imports",
    {
      schema: {
        operationId: "startImport",
        body: ImportRequest,
        response: { 202: Job, ...Failures },
      },
    },
    async ({ body }, reply) => {
      findUpload(uploadDirectory, body.uploadId);
      return reply.code(202).send(jobs.start("import", body));
    },
  );
};

const importListRoutes: FastifyPluginAsyncTypebox<AppContext> = async (app, { workspace }) => {
  const { engine } = workspace;
  app.get(
    "/imports",
    { schema: { operationId: "listImports", response: { 200: ImportList } } },
    async () => {
      const rows = await engine.rows(readSql("read/imports"));
      const items = rows.map((row) => ({
        ...message<ImportItem>(row),
        importedAt: instant(row.imported_at) ?? "",
        undoneAt: instant(row.undone_at),
      }));
      return { items };
    },
  );
  app.get(
    "/imports/:id/rejects.csv",
    {
      schema: {
        operationId: "downloadRejects",
        params: ImportParams,
        response: { 200: CsvStream, 404: Problem },
      },
    },
    async ({ params: { id } }, reply) => {
      const [known] = await engine.rows("SELECT 1 AS n FROM imports WHERE import_id = $id", { id });
      if (!known) throw new ApiError("IMPORT_UNKNOWN", `There is no import ${id}`);
      reply.header("content-type", "text/csv; charset=utf-8");
      reply.header("content-disposition", `attachment; filename="rejects-${id}.csv"`);
      return reply.send(Readable.from(rejectsCsv(workspace, id)));
    },
  );
  app.post(
    "/imports/:id/undo",
    {
      schema: {
        operationId: "undoImport",
        params: ImportParams,
        response: { 200: ImportUndone, ...Failures },
      },
    },
    async ({ params: { id } }) => (await undoImport(workspace, id)) as unknown as ImportUndone,
  );
};
