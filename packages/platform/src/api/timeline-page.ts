import type { TimelineEntry, TimelinePage, TimelineQuery } from "@kundenwert/contract";
import { readPerson } from "../pipeline/customer-360/person.ts";
import { readTimeline, type TimelineCursor } from "../pipeline/customer-360/timeline.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { ApiError } from "./api-error.ts";
import { moment } from "./customer-detail.ts";
import { message } from "./message.ts";

/**
 * One page of what happened with a customer; empty for a number nobody has.
 *
 * @throws ApiError CURSOR_INVALID
 */
export async function timelinePage(
  { engine }: Workspace,
  id: string,
  { kind, after, limit = 50 }: TimelineQuery,
): Promise<TimelinePage> {
  const { rows, next } = await readTimeline(engine, await readPerson(engine, id), {
    kinds: kind ? [kind] : undefined,
    after: after === undefined ? undefined : readCursor(after),
    limit,
  });
  return {
    items: rows.map((row) => ({
      ...message<TimelineEntry>(row),
      happenedAt: moment(row.happened_at),
    })),
    next: next ? Buffer.from(JSON.stringify([next.at, next.key])).toString("base64url") : null,
  };
}

const TIME = /^\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d(\.\d+)?$/;

function readCursor(text: string): TimelineCursor {
  try {
    const [at, key] = JSON.parse(Buffer.from(text, "base64url").toString("utf8"));
    if (typeof at === "string" && TIME.test(at) && typeof key === "string") return { at, key };
  } catch {
    // Said below: whatever it is, it is no cursor of ours.
  }
  throw new ApiError("CURSOR_INVALID", "`after` is not the `next` of a page of this timeline");
}
