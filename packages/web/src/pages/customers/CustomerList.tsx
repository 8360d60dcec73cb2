import type { CustomerPage } from "@kundenwert/contract";
import { Text } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { get } from "../../api/client.ts";
import { VALUES } from "../../api/queries.ts";
import { CustomerTable } from "../../components/CustomerTable.tsx";
import { QueryView } from "../../components/QueryView.tsx";
import { ShowMore } from "../../components/ShowMore.tsx";
import { useFormat } from "../../i18n/format.ts";
import { useView } from "../../view.ts";

const PAGE_SIZE = 50;

/** Page after page, each found by the key of the last row, however many customers there are. */
export function CustomerList() {
  const { t } = useTranslation();
  const format = useFormat();
  const { horizon, basis = "revenue" } = useView();
  const { search, sort } = useSearch({ from: "/customers" });
  const query = useInfiniteQuery({
    queryKey: [VALUES, "customer-list", horizon, search, sort],
    queryFn: ({ pageParam, signal }) => {
      const page = { horizon, search, sort, limit: PAGE_SIZE, after: pageParam };
      return get<CustomerPage>("/customers", page, signal);
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });
  return (
    <QueryView query={query}>
      {({ pages }) => {
        const items = pages.flatMap((page) => page.items);
        const total = pages[0]?.total ?? 0;
        const shown = { shown: format.count(items.length), total: format.count(total) };
        if (items.length === 0) return <Text py="lg">{t("customers.none", { search })}</Text>;
        return (
          <>
            <CustomerTable items={items} basis={basis} label={t("nav.customers")} />
            <ShowMore shown={t("customers.shown", shown)} query={query} />
          </>
        );
      }}
    </QueryView>
  );
}
