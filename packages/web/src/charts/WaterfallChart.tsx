import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { categoryAxis, chartBase, tooltipText, valueAxis } from "./axes.ts";
import { Figure } from "./Figure.tsx";
import type { Made } from "./made.ts";
import { type Palette, usePalette } from "./palette.ts";

/** Pixels: narrower bars and their names could not be told apart; the screen scrolls them instead. */
const [BAR, AXIS] = [44, 76];
/** Up to so many bars, their names stand level. */
const FEW = 4;

/** A level at the beginning or the end, or what moved it in between. */
export type WaterfallStep = {
  readonly name: string;
  readonly amount: number;
  readonly isLevel: boolean;
};

type Props = {
  title: string;
  reading: string;
  made: Made;
  steps: readonly WaterfallStep[];
  full: (value: number | null) => string;
  /** On the axis. */
  short: (value: number | null) => string;
  /** On the bars. */
  label: (value: number | null) => string;
  fileName: string;
};

/** How one level became the other: every movement begins where the one before it ended. */
export function WaterfallChart(props: Props) {
  const { t } = useTranslation();
  const { title, reading, made, steps, full, fileName } = props;
  const columns = [{ label: t("waterfall.step") }, { label: t("waterfall.amount"), format: full }];
  return (
    <Figure
      title={title}
      reading={reading}
      made={made}
      option={useOption(props)}
      table={{ columns, rows: steps.map(({ name, amount }) => [name, amount]) }}
      fileName={fileName}
      height={360}
      minWidth={steps.length > FEW ? AXIS + BAR * steps.length : 0}
    />
  );
}

/** Where the bar of each step begins and ends. */
export function barEnds(steps: readonly WaterfallStep[]): { from: number; to: number }[] {
  let level = 0;
  return steps.map(({ amount, isLevel }) => {
    const from = isLevel ? 0 : level;
    level = isLevel ? amount : level + amount;
    return { from, to: level };
  });
}

function useOption({ steps, full, short, label }: Props) {
  const palette = usePalette();
  return useMemo(() => {
    const base = chartBase(palette);
    const ends = barEnds(steps);
    const [up, down] = [palette.series[3], palette.series[1]] as const;
    const look = ({ amount, isLevel }: WaterfallStep) =>
      isLevel ? { color: palette.first } : amount < 0 ? falling(down, palette.card) : { color: up };
    const signed = ({ amount, isLevel }: WaterfallStep) =>
      `${!isLevel && amount > 0 ? "+" : ""}${label(amount)}`;
    return {
      ...base,
      tooltip: {
        ...base.tooltip,
        formatter: ([point]: { dataIndex: number }[]) => {
          const step = steps[point?.dataIndex ?? -1];
          return step ? tooltipText([step.name, full(step.amount)]) : "";
        },
      },
      xAxis: {
        ...categoryAxis(
          palette,
          steps.map(({ name }) => name),
        ),
        axisLabel: nameLabels(palette, steps.length),
      },
      yAxis: valueAxis(palette, { format: short }),
      series: [
        {
          type: "bar",
          stack: "level",
          silent: true,
          itemStyle: { color: "transparent" },
          data: ends.map(({ from, to }) => Math.min(from, to)),
        },
        {
          type: "bar",
          stack: "level",
          barMaxWidth: 72,
          data: steps.map((step, i) => ({
            value: Math.abs((ends[i]?.to ?? 0) - (ends[i]?.from ?? 0)),
            itemStyle: look(step),
          })),
          // Numbers that would touch are left to the table.
          labelLayout: { hideOverlap: true },
          label: {
            show: true,
            position: "top",
            color: palette.text,
            fontSize: 11,
            formatter: ({ dataIndex }: { dataIndex: number }) =>
              signed(steps[dataIndex] as WaterfallStep),
          },
        },
      ],
    };
  }, [steps, full, short, label, palette]);
}

/** The names of the bars, aslant where they are many. */
function nameLabels({ dimmed }: Palette, bars: number) {
  const rotate = bars > FEW ? 35 : 0;
  const font = { color: dimmed, fontSize: 11, lineHeight: 13 };
  return { ...font, interval: 0, rotate, width: 150, overflow: "break" };
}

/** What falls is hatched, so that it is told without colour. */
function falling(color: string | undefined, ground: string) {
  const decal = { color: ground, symbol: "line", dashArrayX: [1, 0], dashArrayY: [2, 5] };
  return { color, decal: { ...decal, rotation: -Math.PI / 4 } };
}
