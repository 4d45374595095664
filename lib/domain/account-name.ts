/** Who an object id is. "not-found" says that the directory has no such account, "unread" that it was not said. */
export type AccountName =
  | {
      readonly kind: "found";
      readonly displayName: string | null;
      readonly userPrincipalName: string | null;
    }
  | { readonly kind: "not-found" }
  | { readonly kind: "unread" };
