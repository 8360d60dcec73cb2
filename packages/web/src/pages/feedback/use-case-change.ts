import type { CaseChange, CaseDetail } from "@kundenwert/contract";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { caseQuery, changeCase, FEEDBACK, undoCase } from "../../api/feedback-queries.ts";

/** Changes of a case; `undo` takes the last change of its state back. */
export function useCaseChange(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (change: CaseChange | "undo") =>
      change === "undo" ? undoCase(id) : changeCase(id, change),
    onSuccess: (detail: CaseDetail) => client.setQueryData(caseQuery(id).queryKey, detail),
    // Refused for what others did meanwhile: shown as it stands now.
    onSettled: () => client.invalidateQueries({ queryKey: FEEDBACK }),
  });
}
