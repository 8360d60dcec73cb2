import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { asProblem } from "../api/problem-error.ts";
import { overviewQuery } from "../api/queries.ts";
import { Loading } from "./Loading.tsx";
import { NothingYet } from "./NothingYet.tsx";
import { ProblemNotice } from "./ProblemNotice.tsx";

type Props = {
  /** Whether key figures are enough: there are some also where nothing can be valued. */
  orFigures?: boolean;
  children: ReactNode;
};

/** Shows what needs values, once there are some; asks for nothing before. */
export function WhenValued({ orFigures = false, children }: Props) {
  const { data, error, refetch } = useQuery(overviewQuery);
  if (data?.state === "valued" || (orFigures && data?.state === "figures")) return children;
  if (data) return <NothingYet />;
  if (!error) return <Loading />;
  const problem = asProblem(error);
  // The line above the page says already that the server does not answer.
  return problem.code === "OFFLINE" ? null : (
    <ProblemNotice problem={problem} retry={() => void refetch()} />
  );
}
