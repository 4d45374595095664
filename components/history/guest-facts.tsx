import { AppLink } from "@/components/ui/app-link";
import { PersonName } from "@/components/ui/person-name";

/** Who the guest of an entry is, as far as that was not erased. */
export function guestFacts(guest: {
  readonly id: string;
  readonly displayName: string | null;
  readonly mail: string | null;
}) {
  const erased = "Erased: the chain keeps only the object id";
  return [
    { name: "Name", fact: <PersonName name={guest.displayName} fallback={erased} /> },
    { name: "Mail", fact: <PersonName name={guest.mail} fallback="None" /> },
    { name: "Object id", fact: <code>{guest.id}</code> },
    { name: "Now", fact: <AppLink href={`/guests?guest=${guest.id}`}>Open guest</AppLink> },
  ];
}
