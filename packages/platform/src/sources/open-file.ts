/** Looks at a file, whatever it is packed in. */
import type { Workspace } from "../workspace/workspace.ts";
import { discard, exchangeName } from "./exchange-file.ts";
import type { ImportOptions } from "./import-options.ts";
import { type Inspection, inspectFile } from "./inspect-file.ts";
import type { SourceWarning } from "./source-warning.ts";
import { convertWorkbook, isZip } from "./spreadsheet.ts";

export type OpenedFile = {
  readonly inspection: Inspection;
  readonly warnings: readonly SourceWarning[];
};

/**
 * Lets `use` work with a file that has been looked at; what had to be unpacked is gone afterwards.
 *
 * @throws SourceError what keeps the file from being read at all
 */
export async function withFile<T>(
  workspace: Workspace,
  file: string,
  options: ImportOptions,
  use: (opened: OpenedFile) => Promise<T>,
): Promise<T> {
  const { format = {}, signal, onProgress } = options;
  const looking = {
    signal,
    onProgress: (share: number) => onProgress?.({ phase: "detect", share }),
  };
  if (!isZip(file)) {
    return await use({ inspection: await inspectFile(file, { format, ...looking }), warnings: [] });
  }
  const path = exchangeName(workspace.exchangeDirectory, "sheet.csv");
  try {
    const { bytes, fingerprint, sheet, otherSheets } = await convertWorkbook(
      file,
      options.sheet,
      path,
    );
    const written = { ...format, encoding: "utf-8", delimiter: ",", quote: '"' } as const;
    const inspection = await inspectFile(path, { format: written, ...looking });
    const details = { sheet, others: otherSheets };
    const warnings: SourceWarning[] =
      otherSheets.length > 0 && options.sheet === undefined
        ? [{ code: "OTHER_SHEETS", details }]
        : [];
    return await use({ inspection: { ...inspection, file, bytes, fingerprint, sheet }, warnings });
  } finally {
    discard([path]);
  }
}
