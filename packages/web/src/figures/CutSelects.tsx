import type { FigureCatalogue } from "@kundenwert/contract";
import { NativeSelect } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { figureValuesQuery } from "../api/queries.ts";
import type { Cut, Dimension } from "./figures-search.ts";
import { useMemberName } from "./member-name.ts";
import { largest, seriesOf } from "./series.ts";

type Props = {
  dimensions: readonly Dimension[];
  cut: Cut;
  onChange: (cut: Cut) => void;
  /** What choosing no member means: all side by side, or together. */
  noMember: "filter.member.all" | "filter.member.together";
};

/** What customers are cut by, and one member of it. */
export function CutSelects({ dimensions, cut, onChange, noMember }: Props) {
  const { t } = useTranslation();
  const { by = "all", member } = cut;
  return (
    <>
      <NativeSelect
        label={t("filter.by")}
        value={by}
        onChange={({ currentTarget }) => {
          const chosen = currentTarget.value as Dimension;
          onChange({ by: chosen === "all" ? undefined : chosen, member: undefined });
        }}
        data={dimensions.map((each) => ({ value: each, label: t(`dimension.${each}`) }))}
      />
      {by !== "all" && (
        <MemberSelect
          dimension={by}
          member={member}
          onChange={(chosen) => onChange({ by, member: chosen })}
          noMember={t(noMember)}
        />
      )}
    </>
  );
}

type MemberProps = {
  dimension: Dimension;
  member: string | undefined;
  onChange: (member: string | undefined) => void;
  noMember: string;
};

/** Stands for none: no member is called so, for the empty name means not known. */
const NONE = "*";

function MemberSelect({ dimension, member = NONE, onChange, noMember }: MemberProps) {
  const { t } = useTranslation();
  const name = useMemberName(dimension);
  const { data } = useQuery(figureValuesQuery({ period: "year", last: 1, dimension }));
  const ordered = largest(seriesOf(data?.items ?? []), Number.POSITIVE_INFINITY);
  const members = [...new Set(ordered.map((each) => each.member))];
  return (
    <NativeSelect
      label={t("filter.member")}
      value={member}
      onChange={({ currentTarget: { value } }) => onChange(value === NONE ? undefined : value)}
      data={[
        { value: NONE, label: noMember },
        ...members.map((each) => ({ value: each, label: name(each) })),
      ]}
    />
  );
}

/** Every dimension that some figure can be cut by. */
export function dimensionsOf({ items }: Pick<FigureCatalogue, "items">): Dimension[] {
  return [...new Set(items.flatMap(({ dimensions }) => dimensions))];
}
