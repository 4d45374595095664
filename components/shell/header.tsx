"use client";

import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { NavigationRegular, WeatherMoonRegular, WeatherSunnyRegular } from "@fluentui/react-icons";
import { PageLink } from "@/components/ui/page-link";
import type { SignedInSession } from "@/lib/identity/session-state";
import { AccountButton } from "./account-button";
import { useAppearance } from "@/components/ui/appearance";
import { Mark } from "./mark";
import { NARROW } from "@/components/ui/narrow";
import { ShellKeys } from "./shell-keys";
import { VISUALLY_HIDDEN } from "@/components/ui/visually-hidden";
import { useSettings } from "@/lib/services/settings-context";

const useStyles = makeStyles({
  root: {
    height: "48px",
    boxSizing: "border-box",
    display: "flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalS,
    padding: `0 ${tokens.spacingHorizontalM}`,
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  menu: { display: "none", [NARROW]: { display: "inline-flex" } },
  brand: {
    display: "flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalS,
    color: tokens.colorNeutralForeground1,
    fontSize: tokens.fontSizeBase400,
    fontWeight: tokens.fontWeightSemibold,
    textDecorationLine: "none",
    borderRadius: tokens.borderRadiusMedium,
    ":focus-visible": { outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}` },
  },
  tenant: {
    minWidth: 0,
    overflow: "hidden",
    textOverflow: "ellipsis",
    whiteSpace: "nowrap",
    color: tokens.colorNeutralForeground2,
    [NARROW]: { display: "none" },
  },
  // Fluent's Badge would be the only one on the first page.
  simulated: {
    flexShrink: 0,
    whiteSpace: "nowrap",
    padding: `0 ${tokens.spacingHorizontalXS}`,
    border: `1px solid ${tokens.colorStatusWarningBorder1}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorStatusWarningBackground1,
    color: tokens.colorStatusWarningForeground1,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
  },
  wide: { [NARROW]: { display: "none" } },
  // At 320 px, which is 400 % of a laptop's width, the mark alone leaves room for the account; its name stays for readers.
  name: {
    "@media (max-width: 400px)": VISUALLY_HIDDEN,
  },
  gap: { flexGrow: 1 },
});

/** The domain under which the person's tenant knows them; for a guest it is not their own. */
function domainOf(username: string): string {
  return username.slice(username.lastIndexOf("@") + 1);
}

/** The bar on top: where one is, in which tenant, as whom. */
export function Header(props: {
  readonly session: SignedInSession;
  readonly navigationOpen: boolean;
  readonly onToggleNavigation: () => void;
}) {
  const styles = useStyles();
  const { simulated } = useSettings();
  const { theme, choose } = useAppearance();
  const other = theme === "dark" ? "light" : "dark";
  return (
    <header className={styles.root}>
      <Button
        className={styles.menu}
        appearance="subtle"
        icon={<NavigationRegular />}
        aria-label="Navigation"
        aria-expanded={props.navigationOpen}
        aria-controls="navigation"
        onClick={props.onToggleNavigation}
      />
      <PageLink href="/" className={styles.brand}>
        <Mark /> <span className={styles.name}>Guestlist</span>
      </PageLink>
      <span className={styles.tenant} title={`Tenant ${props.session.account.tenantId}`}>
        {domainOf(props.session.account.username)}
      </span>
      {simulated && (
        <span className={styles.simulated}>
          Simulated<span className={styles.wide}> tenant</span>
        </span>
      )}
      <span className={styles.gap} />
      <ShellKeys />
      <Button
        appearance="subtle"
        icon={theme === "dark" ? <WeatherSunnyRegular /> : <WeatherMoonRegular />}
        aria-label={`Use the ${other} theme`}
        title={`Use the ${other} theme`}
        onClick={() => {
          choose(other);
        }}
      />
      <AccountButton session={props.session} />
    </header>
  );
}
