import type { CasePage, CaseState } from "@kundenwert/contract";
import { Button, Text, Title } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { casesOf, FEEDBACK } from "../../api/feedback-queries.ts";
import { QueryView } from "../../components/QueryView.tsx";
import { ServerFiles } from "../../components/ServerFiles.tsx";
import { useFormat } from "../../i18n/format.ts";
import { CaseCard } from "./CaseCard.tsx";
import { STATES } from "./case-states.ts";

const PAGE = 10;

/** Cases by state, side by side; what is due first stands on top, of settled ones the latest. */
export function CaseBoard() {
  const { t } = useTranslation();
  return (
    <>
      <Text mb="sm">{t("case.board.rule")}</Text>
      <div className="kw-board">
        {STATES.map((state) => (
          <Column key={state} state={state} />
        ))}
      </div>
      <ServerFiles table="cases" query={{}} />
    </>
  );
}

function Column({ state }: { state: CaseState }) {
  const { t } = useTranslation();
  const { count } = useFormat();
  const heading = useId();
  const query = useInfiniteQuery({
    queryKey: [...FEEDBACK, "cases", state],
    queryFn: ({ pageParam, signal }) =>
      casesOf({ state, limit: PAGE, ...(pageParam ? { after: pageParam } : {}) }, signal),
    initialPageParam: "",
    getNextPageParam: ({ next }: CasePage) => next ?? undefined,
  });
  return (
    <section className="kw-card" aria-labelledby={heading}>
      <Title order={2} size="h5" id={heading} mb="sm">
        {t(`case.state.${state}`)}
        {query.data && ` (${count(query.data.pages[0]?.total ?? 0)})`}
      </Title>
      <QueryView query={query} height={120}>
        {({ pages }) => (
          <>
            {pages[0]?.total === 0 && <Text size="sm">{t("case.board.none")}</Text>}
            <ul className="kw-cases">
              {pages
                .flatMap(({ items }) => items)
                .map((item) => (
                  <CaseCard key={item.caseId} item={item} />
                ))}
            </ul>
            {query.hasNextPage && (
              <Button
                variant="default"
                size="xs"
                mt="sm"
                loading={query.isFetchingNextPage}
                onClick={() => void query.fetchNextPage()}
              >
                {t("customers.more")}
              </Button>
            )}
          </>
        )}
      </QueryView>
    </section>
  );
}
