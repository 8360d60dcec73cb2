/** What another program may use of the platform. */
export { createApp } from "./api/app.ts";
export { type ServeOptions, type Server, serve } from "./api/server.ts";
export {
  type DemoControl,
  DemoError,
  type DemoFiles,
  type DemoOptions,
  type DemoParameters,
  type DemoProgress,
  type DemoRecord,
  simulateShop,
  writeDemo,
} from "./demo/index.ts";
export { type DuckDbOptions, openDuckDb } from "./engines/duckdb.ts";
export type { Column, Columns, Engine, Parameters, Row, Statements } from "./engines/engine.ts";
export { EngineError, type EngineErrorCode } from "./engines/engine-error.ts";
export type { BacktestReport, MethodScore } from "./pipeline/backtest/report.ts";
export { type BacktestOptions, runBacktest } from "./pipeline/backtest/run-backtest.ts";
export type { DoctorReport } from "./pipeline/doctor.ts";
export { type Equity, readEquity } from "./pipeline/equity.ts";
export { examine } from "./pipeline/examine.ts";
export { PipelineError, type PipelineErrorCode } from "./pipeline/pipeline-error.ts";
export { lastRun, type RunOptions, type RunReport, run } from "./pipeline/run.ts";
export { type ImportOptions, type ImportReport, importFile } from "./sources/import-file.ts";
export { type Preview, previewFile } from "./sources/preview-file.ts";
export { rejectsCsv } from "./sources/rejects-csv.ts";
export { SourceError, type SourceErrorCode } from "./sources/source-error.ts";
export { undoImport } from "./sources/undo-import.ts";
export type { Settings } from "./workspace/settings.ts";
export { openWorkspace, type Workspace, type WorkspaceOptions } from "./workspace/workspace.ts";
