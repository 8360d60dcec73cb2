import { SegmentedControl } from "@mantine/core";

type Props<T extends string> = {
  label: string;
  value: T;
  options: readonly { readonly value: T; readonly label: string }[];
  onChange: (value: T) => void;
};

/** One of a few, all of them in sight. */
export function Switch<T extends string>({ label, value, options, onChange }: Props<T>) {
  return (
    <SegmentedControl
      aria-label={label}
      size="sm"
      value={value}
      onChange={(chosen) => onChange(chosen as T)}
      data={[...options]}
    />
  );
}
