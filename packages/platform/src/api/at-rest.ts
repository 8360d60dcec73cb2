import type { Store } from "../store/store.ts";
import { ApiError } from "./api-error.ts";

/** A run takes the settings it began with to its end. @throws ApiError JOB_UNDER_WAY */
export function requireRest({ jobs }: Store): void {
  const [job] = jobs.list(20).filter(({ finishedAt }) => finishedAt === null);
  if (job) {
    throw new ApiError("JOB_UNDER_WAY", "Settings wait until the job has ended", { id: job.id });
  }
}
