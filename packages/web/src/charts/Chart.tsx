import { VisuallyHidden } from "@mantine/core";
import type { EChartsCoreOption, EChartsType } from "echarts/core";
import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";

type Props = {
  option: EChartsCoreOption;
  /** What a screen reader says instead of the picture. */
  label: string;
  /** The points in order, in words: what is said as arrow keys move over them. */
  points: readonly string[];
  height: number;
  minWidth: number;
  /** What the points are called in the drawing, where they are not numbered as here. */
  pointNames: readonly string[] | undefined;
  /** Holds the drawing, for those who want it as a picture. */
  drawing: RefObject<EChartsType | null>;
};

/** The one place where React meets ECharts. Arrow keys go from point to point. */
export function Chart(props: Props) {
  const { option, label, points, height, minWidth, pointNames, drawing } = props;
  const { t } = useTranslation();
  const host = useDrawing(option, drawing);
  const [at, setAt] = useState(-1);
  const move = (event: KeyboardEvent) => {
    const to = target(event.key, at, points.length);
    if (to === undefined) return;
    event.preventDefault();
    setAt(to);
    const point = pointNames ? { name: pointNames[to] } : { dataIndex: to };
    drawing.current?.dispatchAction({ type: "showTip", seriesIndex: 0, ...point });
  };
  const leave = () => {
    setAt(-1);
    drawing.current?.dispatchAction({ type: "hideTip" });
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset holds controls, and this has none
    <div
      role="group"
      aria-label={t("figure.keys")}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: its points are reached by arrow keys
      tabIndex={0}
      className="kw-chart"
      onKeyDown={move}
      onBlur={leave}
    >
      <div ref={host} role="img" aria-label={label} style={{ height, minWidth }} />
      <VisuallyHidden role="status">{points[at] ?? ""}</VisuallyHidden>
    </div>
  );
}

/** The point that a key leads to; undefined for keys that mean nothing here. */
function target(key: string, at: number, length: number): number | undefined {
  const last = length - 1;
  if (key === "ArrowRight") return Math.min(at + 1, last);
  if (key === "ArrowLeft") return Math.max(at - 1, 0);
  if (key === "Home") return 0;
  return key === "End" ? last : undefined;
}

function useDrawing(option: EChartsCoreOption, drawing: RefObject<EChartsType | null>) {
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
  return host;
}
