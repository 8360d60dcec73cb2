import type { EChartsCoreOption, EChartsType } from "echarts/core";
import { type RefObject, useEffect, useRef } from "react";

type Props = {
  option: EChartsCoreOption;
  /** What a screen reader says instead of the picture. */
  label: string;
  height: number;
  /** Holds the drawing, for those who want it as a picture. */
  drawing: RefObject<EChartsType | null>;
};

/** The one place where React meets ECharts. */
export function Chart({ option, label, height, drawing }: Props) {
  const host = useRef<HTMLDivElement>(null);
  const latest = useRef(option);
  latest.current = option;
  useEffect(() => {
    const element = host.current as HTMLDivElement;
    let gone = false;
    const observer = new ResizeObserver(() => drawing.current?.resize());
    void import("./echarts.ts").then(({ init }) => {
      if (gone) return;
      drawing.current = init(element, null, { renderer: "svg" });
      drawing.current.setOption(latest.current);
      observer.observe(element);
    });
    return () => {
      gone = true;
      observer.disconnect();
      drawing.current?.dispose();
      drawing.current = null;
    };
  }, [drawing]);
  useEffect(() => {
    drawing.current?.setOption(option, { notMerge: true });
  }, [option, drawing]);
  return <div ref={host} role="img" aria-label={label} style={{ height }} />;
}
