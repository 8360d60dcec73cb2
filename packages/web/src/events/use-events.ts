import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { annotationsQuery } from "../api/queries.ts";
import { type EventMark, eventMarks, type Span } from "./event-marks.ts";

/** What happened in each period of a chart; nothing while it is not known. */
export function useEvents(spans: readonly Span[]): readonly EventMark[] {
  const { data } = useQuery(annotationsQuery);
  // Spans are put together anew at each drawing; the same ones leave the chart as it is.
  const key = JSON.stringify(spans);
  return useMemo(() => eventMarks(data?.items ?? [], JSON.parse(key)), [data, key]);
}
