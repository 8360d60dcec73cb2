type Props = { values: readonly (number | null)[]; width?: number; height?: number };

/** The course of a figure at a glance; its numbers stand beside it. */
export function Sparkline({ values, width = 120, height = 28 }: Props) {
  const known = values.filter((value) => value !== null);
  if (known.length < 2) return null;
  const [low, high] = [Math.min(...known), Math.max(...known)];
  const x = (index: number) => 2 + (index * (width - 4)) / (values.length - 1);
  const y = (value: number) =>
    high > low ? height - 3 - ((value - low) * (height - 6)) / (high - low) : height / 2;
  const points = values.flatMap((value, i) =>
    value === null ? [] : [`${x(i).toFixed(1)},${y(value).toFixed(1)}`],
  );
  const [endX, endY] = (points.at(-1) ?? "0,0").split(",");
  return (
    <svg className="kw-spark" viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      <polyline points={points.join(" ")} />
      <circle cx={endX} cy={endY} r="2.2" />
    </svg>
  );
}
