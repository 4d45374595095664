"use client";

import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import {
  ClipboardTaskListLtrRegular,
  DeleteRegular,
  HistoryRegular,
  HomeRegular,
  MailRegular,
  PeopleCheckmarkRegular,
  PeopleRegular,
  SettingsRegular,
  TargetRegular,
} from "@fluentui/react-icons";
import { usePathname } from "next/navigation";
import { PageLink } from "@/components/ui/page-link";

const places = [
  { href: "/", name: "Overview", Icon: HomeRegular },
  { href: "/guests", name: "Guests", Icon: PeopleRegular },
  { href: "/invitations", name: "Invitations", Icon: MailRegular },
  { href: "/deleted", name: "Deleted", Icon: DeleteRegular },
  { href: "/reviews", name: "Reviews", Icon: ClipboardTaskListLtrRegular },
  { href: "/reviews/mine", name: "My reviews", Icon: PeopleCheckmarkRegular },
  { href: "/reviews/coverage", name: "Coverage", Icon: TargetRegular },
  { href: "/history", name: "History", Icon: HistoryRegular },
  { href: "/settings", name: "Settings", Icon: SettingsRegular },
] as const;

const useStyles = makeStyles({
  list: {
    listStyleType: "none",
    margin: 0,
    padding: tokens.spacingHorizontalS,
    display: "flex",
    flexDirection: "column",
    gap: "2px",
  },
  link: {
    position: "relative",
    display: "flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalM,
    minHeight: "36px",
    padding: `0 ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusMedium,
    color: tokens.colorNeutralForeground2,
    textDecorationLine: "none",
    ":hover": {
      backgroundColor: tokens.colorNeutralBackground2Hover,
      color: tokens.colorNeutralForeground2Hover,
    },
    ":focus-visible": {
      outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: "-2px",
    },
  },
  here: {
    backgroundColor: tokens.colorNeutralBackground2Selected,
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    "::before": {
      content: '""',
      position: "absolute",
      left: 0,
      top: "8px",
      bottom: "8px",
      width: "3px",
      borderRadius: tokens.borderRadiusMedium,
      backgroundColor: tokens.colorCompoundBrandStroke,
    },
  },
  icon: { display: "flex", fontSize: "20px" },
});

/** The place that a path belongs to: one place can lie below another. */
function placeOf(path: string): string | undefined {
  return places
    .map(({ href }) => href)
    .filter((href) => path === href || (href !== "/" && path.startsWith(`${href}/`)))
    .sort((one, other) => other.length - one.length)[0];
}

/** The places of the console. */
export function Navigation() {
  const styles = useStyles();
  const place = placeOf(usePathname());
  return (
    <nav aria-label="Guestlist">
      <ul className={styles.list}>
        {places.map(({ href, name, Icon }) => {
          const here = href === place;
          return (
            <li key={href}>
              <PageLink
                href={href}
                className={mergeClasses(styles.link, here && styles.here)}
                aria-current={here ? "page" : undefined}
              >
                <span className={styles.icon} aria-hidden="true">
                  <Icon />
                </span>
                {name}
              </PageLink>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
