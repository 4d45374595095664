/**
 * The domain of somebody's own address, lower case: from their mail, else from their user name, where Entra writes
 * `name_domain#EXT#@tenant`; empty when none is known. https://learn.microsoft.com/entra/external-id/user-properties
 */
export function partnerOf(person: {
  readonly mail?: string | null | undefined;
  readonly otherMails?: readonly string[] | null | undefined;
  readonly userPrincipalName: string;
}): string {
  const addresses = [person.mail ?? "", ...(person.otherMails ?? [])];
  for (const address of addresses) {
    const domain = address.slice(address.lastIndexOf("@") + 1);
    if (address.includes("@") && domain !== "") return domain.toLowerCase();
  }
  const marker = person.userPrincipalName.toUpperCase().indexOf("#EXT#");
  if (marker < 0) return "";
  const own = person.userPrincipalName.slice(0, marker);
  return own.includes("_") ? own.slice(own.lastIndexOf("_") + 1).toLowerCase() : "";
}
