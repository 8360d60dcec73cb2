import { useQuery } from "@tanstack/react-query";
import { overviewQuery } from "../api/queries.ts";

/** The workspace's currency; euros until the server has said so. */
export function useCurrency(): string {
  const { data } = useQuery({ ...overviewQuery, select: ({ currency }) => currency });
  return data ?? "EUR";
}
