"use client";

import { useMemo } from "react";
import { PersonName } from "@/components/ui/person-name";
import { useNames } from "@/lib/queries/people";

/** A person of whom only the object id is known: the id, with the name in front while the directory has it. */
export function PersonById({ id }: { readonly id: string }) {
  const people = useMemo(() => [{ kind: "user", id }] as const, [id]);
  const name = useNames(people).data?.get(id);
  return (
    <>
      {name !== undefined && (
        <>
          <PersonName name={name} />
          <br />
        </>
      )}
      <code>{id}</code>
    </>
  );
}
