import { PersonName } from "@/components/ui/person-name";
import { TextLink } from "@/components/ui/text-link";

/** A link to another entry of the history, among those about the same guest. */
export function EntryLink(props: {
  readonly id: string;
  readonly guestId: string | null;
  /** The name of the guest, where the words around the link do not say it. */
  readonly about?: string;
  readonly children: string;
}) {
  const { id, guestId, about, children } = props;
  const query = new URLSearchParams({ ...(guestId !== null && { guest: guestId }), entry: id });
  return (
    <TextLink href={`/history?${query.toString()}`}>
      {children}
      {about !== undefined && (
        <>
          : <PersonName name={about} />
        </>
      )}
    </TextLink>
  );
}
