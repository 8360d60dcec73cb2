import { Table, type TableProps } from "@mantine/core";

type Props = TableProps & { label: string };

/** A table that scrolls sideways in its own frame where the page is too narrow for it. */
export function ScrollingTable({ label, ...table }: Props) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="kw-scroll" tabIndex={0} aria-label={label}>
      <Table {...table} />
    </section>
  );
}
