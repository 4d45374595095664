import { USER_READ_ALL } from "@/lib/domain/graph-scopes";
import type { Graph } from "../graph";
import "../jitless";
import { z } from "zod";

const SCOPES = [USER_READ_ALL] as const;

const foundOnWire = z.object({
  value: z.array(
    z.object({
      id: z.string(),
      userPrincipalName: z.string().nullish(),
      otherMails: z.array(z.string()).nullish(),
      proxyAddresses: z.array(z.string()).nullish(),
    }),
  ),
});

/** An account that a mail address leads to. */
export interface AddressedAccount {
  readonly id: string;
  /** Whether an invitation of this address finds the account: its mail alone may have been changed since. */
  readonly wasInvitedAt: boolean;
}

/**
 * Every account that has an address as mail, other mail, proxy address or user name:
 * https://learn.microsoft.com/graph/aad-advanced-queries (user properties)
 */
export async function findAccountsByAddress(
  graph: Pick<Graph, "read">,
  address: string,
  signal?: AbortSignal,
): Promise<readonly AddressedAccount[]> {
  const text = `'${address.replaceAll("'", "''")}'`;
  const filter = [
    `mail eq ${text}`,
    `userPrincipalName eq ${text}`,
    `otherMails/any(m:m eq ${text})`,
    `proxyAddresses/any(p:p eq 'smtp:${text.slice(1)})`,
  ].join(" or ");
  const path = `/users?$filter=${encodeURIComponent(filter)}&$select=id,userPrincipalName,otherMails,proxyAddresses`;
  const { value } = await graph.read(path, {
    scopes: SCOPES,
    schema: foundOnWire,
    ...(signal && { signal }),
  });
  return value.map(({ id, userPrincipalName, otherMails, proxyAddresses }) => ({
    id,
    wasInvitedAt:
      isNamedAfter(userPrincipalName ?? "", address) ||
      (otherMails ?? []).some((mail) => isSame(mail, address)) ||
      (proxyAddresses ?? []).some((mail) => isSame(mail, `smtp:${address}`)),
  }));
}

/**
 * Entra names a guest after the invited address, without what a user name may not have, and with a number where the name
 * is taken: https://learn.microsoft.com/entra/external-id/user-properties
 */
function isNamedAfter(userPrincipalName: string, address: string): boolean {
  const [name = ""] = userPrincipalName.split("#EXT#");
  const letters = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, "");
  const rest = letters(name).replace(letters(address), "");
  return userPrincipalName.includes("#EXT#") && /^\d*$/.test(rest);
}

function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
