/** The columns of profile_cut: a member_no for each dimension that customers are cut by. */
const CUTS = [
  "all_no",
  "country_no",
  "region_no",
  "acquisition_channel_no",
  "entry_channel_no",
  "entry_category_no",
  "entry_product_no",
  "plan_no",
  "value_class_no",
  "referred_no",
] as const;

/**
 * Writes out what stands for every dimension in the SQL of figures: `GROUP BY each_member(month)`
 * counts every row once in each dimension and month, in one pass over the rows joined with
 * profile_cut; `member_of_each` is then the member_no, NULL where a dimension tells nothing.
 */
export function cutByMember(sql: string): string {
  return sql
    .replaceAll(/\beach_member\(([^)]*)\)/g, (_, others: string) => {
      const sets = CUTS.map((cut) => `(${cut}${others.trim() ? `, ${others}` : ""})`);
      return `GROUPING SETS (${sets.join(", ")})`;
    })
    .replaceAll(/\bmember_of_each\b/g, `coalesce(${CUTS.join(", ")})`);
}
