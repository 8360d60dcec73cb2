import { useFormat } from "../../i18n/format.ts";

type Props = { low: number; value: number; high: number };

/** The interval as a bar from low to high with a mark at the value; the words stand beside it. */
export function Interval({ low, value, high }: Props) {
  const format = useFormat();
  const place = high > low ? (100 * (value - low)) / (high - low) : 50;
  return (
    <div className="kw-interval" aria-hidden>
      <div className="kw-interval-bar">
        <div className="kw-interval-mark" style={{ left: `${place}%` }} />
      </div>
      <div className="kw-interval-ends">
        <span>{format.shortMoney(low)}</span>
        <span>{format.shortMoney(high)}</span>
      </div>
    </div>
  );
}
