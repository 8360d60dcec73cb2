import type { Job } from "@kundenwert/contract";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { jobQuery, overviewQuery, SETTINGS, VALUES } from "./queries.ts";

export function isFinished(job: Job): boolean {
  return job.state !== "queued" && job.state !== "running";
}

/**
 * A job as it moves. The stream reconnects by itself and then gets the latest state. When the job
 * has ended, everything that depends on it is read again.
 */
export function useJob(id: string | undefined): Job | undefined {
  const client = useQueryClient();
  const { data } = useQuery({ ...jobQuery(id ?? ""), enabled: id !== undefined });
  useEffect(() => {
    if (id === undefined) return;
    const source = new EventSource(`/api/jobs/${encodeURIComponent(id)}/events`);
    source.onmessage = ({ data: text }) => {
      const job = JSON.parse(String(text)) as Job;
      client.setQueryData(jobQuery(id).queryKey, job);
      if (!isFinished(job)) return;
      source.close();
      void client.invalidateQueries({ queryKey: [VALUES] });
      void client.invalidateQueries({ queryKey: [SETTINGS] });
      void client.invalidateQueries({ queryKey: overviewQuery.queryKey });
    };
    return () => source.close();
  }, [id, client]);
  return id === undefined ? undefined : data;
}
