import { IconHelp } from "@tabler/icons-react";
import { Link, useNavigate } from "@tanstack/react-router";
import { type KeyboardEvent, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { Tour } from "./use-tour.ts";

/** Where to ask: the guided visit again, and what the figures mean. */
export function HelpMenu({ tour }: { tour: Tour }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const menu = useRef<HTMLDetailsElement>(null);
  const close = () => {
    if (menu.current) menu.current.open = false;
  };
  const leave = ({ key }: KeyboardEvent) => {
    if (key !== "Escape" || !menu.current?.open) return;
    close();
    menu.current.querySelector("summary")?.focus();
  };
  const start = () => {
    close();
    tour.start();
    void navigate({ to: "/" });
  };
  return (
    <details ref={menu} className="kw-help" onKeyDown={leave}>
      <summary aria-label={t("help.label")} title={t("help.label")}>
        <IconHelp size={18} stroke={1.7} aria-hidden />
      </summary>
      <ul>
        <li>
          <button type="button" onClick={start}>
            {t("help.tour")}
          </button>
        </li>
        <li>
          <Link to="/glossary" onClick={close}>
            {t("help.glossary")}
          </Link>
        </li>
        <li>
          <Link to="/doctor" onClick={close}>
            {t("help.doctor")}
          </Link>
        </li>
      </ul>
    </details>
  );
}
