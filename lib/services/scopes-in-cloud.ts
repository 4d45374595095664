/** Names of permissions stand for Microsoft Graph in the global cloud; elsewhere they need that cloud's own root. */
export function scopesInCloud(scopes: readonly string[], graphRoot: string): readonly string[] {
  const { protocol, hostname } = new URL(graphRoot);
  const plain = protocol !== "https:" || hostname === "graph.microsoft.com";
  if (plain) return scopes;
  return scopes.map((scope) => (scope.includes("://") ? scope : `${graphRoot}/${scope}`));
}
