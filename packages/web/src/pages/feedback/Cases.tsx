import { useSearch } from "@tanstack/react-router";
import { CaseBoard } from "./CaseBoard.tsx";
import { CaseSheet } from "./CaseSheet.tsx";

/** The board of all cases, or one of them. */
export function Cases() {
  const { case: id } = useSearch({ from: "/feedback" });
  return id === undefined ? <CaseBoard /> : <CaseSheet id={id} />;
}
