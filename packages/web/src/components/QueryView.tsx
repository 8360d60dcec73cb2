import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { asProblem } from "../api/problem-error.ts";
import { Loading } from "./Loading.tsx";
import { NothingYet } from "./NothingYet.tsx";
import { ProblemNotice } from "./ProblemNotice.tsx";

type Props<T> = {
  query: UseQueryResult<T>;
  height?: number;
  children: (data: T) => ReactNode;
};

const NOT_MADE = ["NO_RUN_YET", "NO_VALUES"];

/** The four states of everything that is read: on its way, refused, not there yet, there. */
export function QueryView<T>({ query, height = 240, children }: Props<T>) {
  if (query.data !== undefined) return children(query.data);
  if (!query.error) return <Loading height={height} />;
  const problem = asProblem(query.error);
  if (NOT_MADE.includes(problem.code)) return <NothingYet />;
  return <ProblemNotice problem={problem} retry={() => void query.refetch()} />;
}
