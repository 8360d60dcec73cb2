import type { FigureCatalogue, FigureDefinition } from "@kundenwert/contract";
import { useTranslation } from "react-i18next";

type Text = FigureDefinition["de"];

/** The texts of a definition in the reader's language. */
export function useFigureText(): (definition: FigureDefinition) => Text {
  const { i18n } = useTranslation();
  return (definition) => {
    const text = i18n.language === "de" ? definition.de : definition.en;
    // The catalogue writes names as they stand within a sentence; here they begin one.
    return { ...text, label: text.label.charAt(0).toUpperCase() + text.label.slice(1) };
  };
}

/** The basis in words, with net or gross where amounts depend on it. */
export function useBasisText(): (
  definition: FigureDefinition,
  catalogue: Pick<FigureCatalogue, "basis">,
) => string {
  const { t } = useTranslation();
  return ({ basis }, catalogue) => {
    const name = t(`figureBasis.${basis}` as "figureBasis.revenue");
    return basis === "revenue" || basis === "contribution"
      ? `${name} (${t(`tax.${catalogue.basis}`)})`
      : name;
  };
}
