"use client";

import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import dynamic from "next/dynamic";
import { usePathname } from "next/navigation";
import { type ReactNode, useState } from "react";
import { ToastHost } from "@/components/ui/toast-host";
import type { IdentityError } from "@/lib/identity/identity-error";
import type { SignedInSession } from "@/lib/identity/session-state";
import { Header } from "./header";
import { Navigation } from "./navigation";
import { SignInFailure } from "./sign-in-failure";
import { NARROW } from "@/components/ui/narrow";

const FocusHold = dynamic(() => import("./focus-hold").then(({ FocusHold }) => FocusHold), {
  ssr: false,
});

const useStyles = makeStyles({
  root: {
    height: "100dvh",
    display: "grid",
    gridTemplateColumns: "220px minmax(0, 1fr)",
    gridTemplateRows: "48px minmax(0, 1fr)",
    [NARROW]: {
      gridTemplateColumns: "minmax(0, 1fr)",
      gridTemplateRows: "48px auto minmax(0, 1fr)",
    },
  },
  skip: {
    position: "absolute",
    left: tokens.spacingHorizontalS,
    top: "-100px",
    zIndex: 10,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorBrandForegroundLink,
    boxShadow: tokens.shadow16,
    ":focus": { top: tokens.spacingVerticalXS },
  },
  header: { gridColumn: "1 / -1" },
  navigation: {
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
    overflowY: "auto",
    [NARROW]: { borderRight: "none", borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  },
  closed: { [NARROW]: { display: "none" } },
  main: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalL,
    minWidth: 0,
    overflow: "auto",
    boxSizing: "border-box",
    padding: `${tokens.spacingVerticalXL} ${tokens.spacingHorizontalXXL}`,
    outlineStyle: "none",
    [NARROW]: {
      gridRow: "3",
      padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalL}`,
    },
  },
});

/** The console around every page: skip link, header, navigation, and the page itself, which scrolls. */
export function Frame(props: { readonly session: SignedInSession; readonly children: ReactNode }) {
  const styles = useStyles();
  const path = usePathname();
  // The menu of a narrow screen belongs to the page that it was opened on, and is gone on the next.
  const [openedOn, setOpenedOn] = useState<string | null>(null);
  const open = openedOn === path;
  const { failure } = props.session;
  const [dismissed, setDismissed] = useState<IdentityError | null>(null);
  return (
    <div className={styles.root}>
      <a href="#main" className={styles.skip}>
        Skip to main content
      </a>
      <div className={styles.header}>
        <Header
          session={props.session}
          navigationOpen={open}
          onToggleNavigation={() => {
            setOpenedOn(open ? null : path);
          }}
        />
      </div>
      <div className={mergeClasses(styles.navigation, !open && styles.closed)} id="navigation">
        <Navigation />
      </div>
      <main id="main" tabIndex={-1} className={styles.main}>
        {failure !== null && failure !== dismissed && (
          <SignInFailure
            failure={failure}
            onDismiss={() => {
              setDismissed(failure);
            }}
          />
        )}
        {props.children}
      </main>
      <ToastHost />
      <FocusHold />
    </div>
  );
}
