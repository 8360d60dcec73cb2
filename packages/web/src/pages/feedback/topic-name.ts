import type { TopicName } from "@kundenwert/contract";
import { useTranslation } from "react-i18next";

/** The name of a topic in the reader's language; its own where nobody has named it. */
export function useTopicName(): (topic: string, names: readonly TopicName[]) => string {
  const { i18n } = useTranslation();
  return (topic, names) => {
    const found = names.find((each) => each.topic === topic);
    if (!found) return topic;
    return i18n.language === "de" ? found.nameDe : found.nameEn;
  };
}
