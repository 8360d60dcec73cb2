import type { Job } from "@kundenwert/contract";
import { Button } from "@mantine/core";
import { IconPlayerPlay } from "@tabler/icons-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { post } from "../api/client.ts";
import { asProblem } from "../api/problem-error.ts";
import { overviewQuery } from "../api/queries.ts";
import { ProblemNotice } from "../components/ProblemNotice.tsx";

/** Starts a run; its progress shows in the head of every page. */
export function StartRun({ label }: { label: string }) {
  const client = useQueryClient();
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => post<Job>("/runs", {}),
    onSuccess: () => client.invalidateQueries({ queryKey: overviewQuery.queryKey }),
  });
  return (
    <>
      <Button
        size="sm"
        loading={isPending}
        onClick={() => mutate()}
        leftSection={<IconPlayerPlay size={16} aria-hidden />}
      >
        {label}
      </Button>
      {error && <ProblemNotice problem={asProblem(error)} />}
    </>
  );
}
