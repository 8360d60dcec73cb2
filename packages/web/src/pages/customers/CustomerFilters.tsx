import type { CustomerSort } from "@kundenwert/contract";
import { Group, NativeSelect, TextInput } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { CustomersSearch } from "../../view.ts";

const SORTS = ["value", "historic", "purchases", "expected", "alive", "lastDay", "id"] as const;
/** Long enough to type on, short enough not to be waited for. */
const TYPING_MS = 250;

export function CustomerFilters() {
  const { t } = useTranslation();
  const { search = "", sort = "value" } = useSearch({ from: "/customers" });
  const navigate = useNavigate({ from: "/customers" });
  const [text, setText] = useState(search);
  const change = (changes: CustomersSearch) =>
    void navigate({ search: (before) => ({ ...before, ...changes }), replace: true });
  useEffect(() => {
    if (text === search) return;
    const timer = setTimeout(() => change({ search: text }), TYPING_MS);
    return () => clearTimeout(timer);
  });
  return (
    <Group mb="md" align="flex-end">
      <TextInput
        label={t("customers.search")}
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
        leftSection={<IconSearch size={16} aria-hidden />}
        type="search"
        maxLength={200}
        className="kw-grow"
      />
      <NativeSelect
        label={t("customers.sort")}
        value={sort}
        onChange={({ currentTarget }) => change({ sort: currentTarget.value as CustomerSort })}
        data={SORTS.map((each) => ({ value: each, label: t(`sort.${each}`) }))}
      />
    </Group>
  );
}
