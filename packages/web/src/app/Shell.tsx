import { AppShell, Burger, Group } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { Outlet } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { ActiveJob } from "./ActiveJob.tsx";
import { Brand } from "./Brand.tsx";
import { GuidedVisit } from "./GuidedVisit.tsx";
import { HelpMenu } from "./HelpMenu.tsx";
import { LanguageSwitch } from "./LanguageSwitch.tsx";
import { Navigation } from "./Navigation.tsx";
import { SaveViewLink } from "./SaveViewLink.tsx";
import { StatusLine } from "./StatusLine.tsx";
import { ThemeSwitch } from "./ThemeSwitch.tsx";
import { usePreferredLanguage } from "./use-preferred-language.ts";
import { useTour } from "./use-tour.ts";

/** What surrounds every page: name, switches, ways to the pages, state of the data. */
export function Shell() {
  const { t } = useTranslation();
  const [open, { toggle, close }] = useDisclosure();
  const tour = useTour();
  usePreferredLanguage();
  return (
    <AppShell
      header={{ height: 56 }}
      navbar={{ width: 232, breakpoint: "md", collapsed: { mobile: !open } }}
      padding={{ base: "sm", sm: "lg" }}
    >
      <AppShell.Header bg="var(--kw-card)">
        <a href="#main" className="kw-skip">
          {t("shell.skip")}
        </a>
        <Group h="100%" px={{ base: "sm", sm: "lg" }} justify="space-between" wrap="nowrap">
          <Group gap="sm" wrap="nowrap" miw={0}>
            <Burger
              opened={open}
              onClick={toggle}
              hiddenFrom="md"
              size="sm"
              aria-label={t(open ? "shell.closeMenu" : "shell.openMenu")}
              aria-expanded={open}
            />
            <Brand />
          </Group>
          <Group gap="xs" wrap="nowrap">
            <ActiveJob />
            <HelpMenu tour={tour} />
            <SaveViewLink />
            <LanguageSwitch />
            <ThemeSwitch />
          </Group>
        </Group>
      </AppShell.Header>
      <AppShell.Navbar p="sm" bg="var(--kw-card)" className="kw-navbar">
        <Navigation onChoose={close} />
      </AppShell.Navbar>
      <AppShell.Main id="main" tabIndex={-1}>
        <div className="kw-main">
          <StatusLine />
          <Outlet />
        </div>
      </AppShell.Main>
      {tour.step !== undefined && <GuidedVisit tour={tour} />}
    </AppShell>
  );
}
