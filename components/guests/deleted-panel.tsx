"use client";

import { makeStyles, tokens } from "@fluentui/react-components";
import { IdentitySection } from "@/components/directory/guest-sections";
import { GuestHistory } from "@/components/entries/guest-history";
import type { FindCandidates } from "@/components/plan/candidates";
import { GuestCommandBar } from "@/components/plan/guest-command-bar";
import { AppLink } from "@/components/ui/app-link";
import { EmptyState } from "@/components/ui/empty-state";
import { FactList } from "@/components/ui/fact-list";
import { Moment } from "@/components/ui/moment";
import { PersonName } from "@/components/ui/person-name";
import { SidePanel } from "@/components/ui/side-panel";
import { useWayBack } from "@/components/ui/use-way-back";
import { GoneAt } from "./deleted-columns";
import { type DeletedGuest, reasonText, type Remover, removerText } from "./deleted-guest";

const useStyles = makeStyles({
  body: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalL,
    paddingBottom: tokens.spacingVerticalXXL,
  },
});

interface DeletedPanelProps {
  readonly guestId: string;
  /** Undefined where they are not among the deleted. */
  readonly row: DeletedGuest | undefined;
  readonly remover: Remover;
  readonly now: number;
  readonly find: FindCandidates;
  readonly onRestored: () => void;
  readonly onClose: () => void;
}

/** What is known of one deleted guest: who removed them and why, and until when they can be restored. */
export function DeletedPanel(props: DeletedPanelProps) {
  const { guestId, row, remover, now, find, onRestored, onClose } = props;
  const styles = useStyles();
  useWayBack(guestId);
  return (
    <SidePanel
      open
      modal={false}
      label="Deleted guest"
      title={row ? <PersonName name={row.guest.displayName} /> : "Deleted guest"}
      onClose={onClose}
    >
      <div className={styles.body}>
        {row === undefined ? (
          <EmptyState
            title="Not among the deleted guests"
            action={<AppLink href={`/guests?guest=${guestId}`}>Look among the guests</AppLink>}
          >
            They were restored, or the account is permanently deleted.
          </EmptyState>
        ) : (
          <>
            <FactList
              title="Deletion"
              facts={[
                { name: "Deleted", fact: instant(row.deletedAt) },
                {
                  name: "Permanently deleted",
                  fact: <GoneAt goneAt={row.goneAt} now={now} />,
                },
                { name: "Removed by", fact: <PersonName name={removerText(remover)} /> },
                {
                  name: "Reason",
                  fact: <PersonName name={reasonText(remover)} fallback="None recorded" />,
                },
              ]}
            />
            <GuestCommandBar
              ids={new Set([guestId])}
              offers={["restore"]}
              label="Act on this guest"
              find={find}
              onDone={onRestored}
            />
            <IdentitySection guest={row.guest} />
          </>
        )}
        <GuestHistory guestId={guestId} />
      </div>
    </SidePanel>
  );
}

const instant = (at: number | null) => (at === null ? "Unknown" : <Moment at={at} as="full" />);
