import type { Segments } from "@kundenwert/contract";
import { useTranslation } from "react-i18next";
import { Notice } from "../../components/Notice.tsx";
import { useFormat } from "../../i18n/format.ts";

/** Above this the mix of customers has shifted so far that segments want to be learnt again. */
const SHIFTED = 0.25;
/** Below this, other customers would have given other segments. */
const FIRM = 0.6;

type Props = { stability: NonNullable<Segments["stability"]> };

/** Whether the segments would be the same with other customers, and whether the mix has moved. */
export function Stability({ stability: { learntAt, agreement, shifts } }: Props) {
  const { t } = useTranslation();
  const { day, number } = useFormat();
  const since = shifts.filter(({ periodEnd }) => periodEnd >= learntAt);
  const index = since.at(-1)?.index ?? 0;
  const isShifted = index > SHIFTED;
  const isFirm = agreement === null || agreement >= FIRM;
  const state = isShifted ? "shifted" : isFirm ? "firm" : "loose";
  return (
    <div className="kw-below">
      <Notice
        severity={state === "firm" ? "success" : "warning"}
        title={t(`segments.stability.${state}`)}
      >
        {t("segments.stability.text", {
          day: day(learntAt),
          agreement: number(agreement),
          index: number(index),
        })}
      </Notice>
    </div>
  );
}
