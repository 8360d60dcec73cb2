import { useQuery } from "@tanstack/react-query";
import { distributionQuery } from "../../api/queries.ts";
import { DecileChart } from "../../charts/DecileChart.tsx";
import { LorenzChart } from "../../charts/LorenzChart.tsx";
import { QueryView } from "../../components/QueryView.tsx";

/** How unevenly the value is spread, as a curve and in tenths. */
export function Distribution({ horizon }: { horizon: number }) {
  const query = useQuery(distributionQuery(horizon));
  return (
    <div className="kw-grid">
      <QueryView query={query} height={320}>
        {(distribution) => (
          <>
            <LorenzChart distribution={distribution} />
            <DecileChart distribution={distribution} />
          </>
        )}
      </QueryView>
    </div>
  );
}
