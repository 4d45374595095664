"use client";

import { useMemo } from "react";
import { PersonName } from "@/components/ui/person-name";
import { useNames } from "@/lib/queries/people";

/** Somebody of whom only the object id is kept: the id, with the name in front while the directory has one. */
export function PersonById({ id }: { readonly id: string }) {
  const wanted = useMemo(() => [{ kind: "user", id }] as const, [id]);
  const name = useNames(wanted).data?.get(id);
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
