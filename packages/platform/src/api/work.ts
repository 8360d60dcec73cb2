import type { ImportRequest, RunRequest } from "@kundenwert/contract";
import { openCases } from "../pipeline/feedback/open-cases.ts";
import { run } from "../pipeline/run.ts";
import { importFile } from "../sources/import-file.ts";
import type { JobHandler, JobRunner } from "../store/job-runner.ts";
import { adoptSettings } from "../workspace/change-settings.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { dropUpload, findUpload } from "./uploads.ts";

/** The phases of an import, in order; the pages count them as steps. */
const PHASES = ["detect", "decode", "read", "write"] as const;

/** Values every customer anew, by what the settings say now. The result is the run's report. */
export function runHandler(workspace: Workspace): JobHandler {
  return async (request, { signal, report }) => {
    const { method, backtest } = request as RunRequest;
    const chosen = {
      ...(method ? { method } : {}),
      ...(backtest === undefined ? {} : { backtest }),
    };
    adoptSettings(workspace);
    return await run(workspace, {
      ...chosen,
      signal,
      onProgress: ({ step, index, total, share }) => report({ step, index, total, share }),
    });
  };
}

export type ImportHandlerOptions = {
  readonly uploadDirectory: string;
  /** The runner the import itself runs in; a run that shall follow is queued there. */
  readonly jobs: () => JobRunner;
};

/** Imports an uploaded file. The result is the import's report, and `runJob` if a run follows. */
export function importHandler(workspace: Workspace, options: ImportHandlerOptions): JobHandler {
  const { uploadDirectory, jobs } = options;
  return async (request, { signal, report }) => {
    const { uploadId, run: runAfterwards, ...reading } = request as ImportRequest;
    const { path } = findUpload(uploadDirectory, uploadId);
    const result = await importFile(workspace, path, {
      ...reading,
      signal,
      onProgress: ({ phase, share }) =>
        report({ step: phase, index: PHASES.indexOf(phase) + 1, total: PHASES.length, share }),
    });
    await openCases(workspace);
    dropUpload(uploadDirectory, uploadId);
    const runJob = runAfterwards ? jobs().start("run", {}).id : null;
    return { ...result, runJob };
  };
}
