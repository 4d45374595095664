"use client";

import { AppLink } from "@/components/ui/app-link";
import { EmptyState } from "@/components/ui/empty-state";
import { Moment } from "@/components/ui/moment";
import { PersonName } from "@/components/ui/person-name";
import { useProgress } from "@/lib/inventory/use-inventory";
import { useDeletedGuests } from "@/lib/queries/deleted-guests";

type ListReading = "reading" | "whole" | "partly" | "failed";

/** How much of the directory is in the list: all of it, what could be listed, or what came before a failure. */
export function useListReading(): ListReading {
  const { phase, signIns, complete } = useProgress();
  if (phase === "failed") return "failed";
  if (signIns === "unread") return "reading";
  return complete ? "whole" : "partly";
}

interface MissingGuestProps {
  readonly guestId: string;
  readonly reading: ListReading;
}

/** Says where a guest is who is not in the list: among the deleted, or only in the history. */
export function MissingGuest({ guestId, reading }: MissingGuestProps) {
  const { data } = useDeletedGuests();
  const deleted = data?.find(({ guest }) => guest.id === guestId);
  if (deleted !== undefined) {
    return (
      <EmptyState
        title="Deleted"
        action={<AppLink href={`/deleted?guest=${guestId}`}>Open in Deleted</AppLink>}
      >
        <PersonName name={deleted.guest.displayName} /> was removed
        {deleted.deletedAt !== null && (
          <>
            {" "}
            on <Moment at={deleted.deletedAt} as="date" />
          </>
        )}
        {deleted.goneAt !== null && (
          <>
            {" "}
            and can be restored until <Moment at={deleted.goneAt} as="date" />
          </>
        )}
        .
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title={reading === "whole" ? "No such guest" : "Not found so far"}
      action={
        <>
          <AppLink href={`/deleted?guest=${guestId}`}>Look in Deleted</AppLink>
          <AppLink href={`/history?guest=${guestId}`}>Show the history of this id</AppLink>
        </>
      }
    >
      {reading === "whole"
        ? "Nobody in the list has this id. They may have been removed."
        : "Nobody who was read so far has this id, and not everybody could be read."}
    </EmptyState>
  );
}
