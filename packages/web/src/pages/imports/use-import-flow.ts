import type {
  ImportPreview,
  ImportRequest,
  Job,
  PreviewRequest,
  Upload,
} from "@kundenwert/contract";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { post } from "../../api/client.ts";
import { overviewQuery } from "../../api/queries.ts";
import { uploadFile } from "../../api/upload.ts";

type Reading = Omit<PreviewRequest, "uploadId">;

/** What the import page can do with a file, and where it stands. */
export type ImportFlow = {
  /** Share of the file that has been sent; undefined before and after. */
  readonly sent: number | undefined;
  readonly preview: ImportPreview | undefined;
  /** What was said about the file; the rest is detected. */
  readonly reading: Reading;
  /** Whether customers are valued afterwards: where there is or will be something to value. */
  readonly isFollowed: boolean;
  readonly isBusy: boolean;
  readonly error: unknown;
  choose(file: File): void;
  /** Reads the file again, as now said. */
  change(reading: Reading): void;
  start(): void;
  /** Imports again in the place of an earlier import of the same file; absent without a file. */
  readonly replace: (() => void) | undefined;
  reset(): void;
};

export function useImportFlow(watch: (jobId: string) => void): ImportFlow {
  const client = useQueryClient();
  const [sent, setSent] = useState<number>();
  const [reading, setReading] = useState<Reading>({});
  const upload = useMutation<Upload, unknown, File>({
    mutationFn: (file) => uploadFile(file, setSent),
  });
  const preview = useMutation<ImportPreview, unknown, PreviewRequest>({
    mutationFn: (request) => post("/imports/preview", request),
  });
  const start = useMutation<Job, unknown, ImportRequest>({
    mutationFn: (request) => post("/imports", request),
    onSuccess: ({ id }) => {
      watch(id);
      void client.invalidateQueries({ queryKey: overviewQuery.queryKey });
    },
  });
  const look = (uploadId: string, next: Reading) => {
    setReading(next);
    preview.mutate({ uploadId, ...next }, { onSettled: () => setSent(undefined) });
  };
  const uploadId = upload.data?.uploadId;
  const orderLines = useQuery(overviewQuery).data?.orderLines ?? 0;
  const table = preview.data?.table ?? "orders";
  const isFollowed = orderLines > 0 || table === "orders" || table === "subscriptions";
  const begin = (replace: boolean) => () => {
    const run = { run: isFollowed };
    if (uploadId) start.mutate({ uploadId, ...reading, ...run, ...(replace && { replace }) });
  };
  return {
    sent,
    preview: preview.data,
    reading,
    isFollowed,
    isBusy: upload.isPending || preview.isPending || start.isPending,
    error: upload.error ?? preview.error ?? start.error,
    choose(file) {
      setSent(0);
      const failed = () => setSent(undefined);
      upload.mutate(file, { onSuccess: (kept) => look(kept.uploadId, {}), onError: failed });
    },
    change: (next) => uploadId && look(uploadId, next),
    start: begin(false),
    replace: uploadId ? begin(true) : undefined,
    reset() {
      for (const each of [upload, preview, start]) each.reset();
      setReading({});
    },
  };
}
