import type { CaseChange, FeedbackCase } from "@kundenwert/contract";
import { useTranslation } from "react-i18next";
import { STATES } from "./case-states.ts";
import { WorkForm } from "./WorkForm.tsx";

type Props = {
  own: FeedbackCase;
  isPending: boolean;
  onSave: (change: CaseChange) => void;
  /** Absent where no state was changed yet. */
  onUndo: (() => void) | undefined;
};

/** What is to be done about a case. */
export function CaseForm({ own, ...props }: Props) {
  const { t } = useTranslation();
  return (
    <WorkForm
      work={{ ...own, state: own.caseState }}
      states={STATES.map((value) => ({ value, label: t(`case.state.${value}`) }))}
      dueHint={t("case.field.due.hint")}
      {...props}
    />
  );
}
