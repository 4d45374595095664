import { GraphError } from "./graph-error";

const PUBLIC_ORIGIN = "https://graph.microsoft.com";
const VERSION = "/v1.0";

/**
 * The path below the version that a page link leads to, its query untouched, whichever name of the root it bears;
 * a link to any other host is refused. https://learn.microsoft.com/graph/paging
 */
export function pathOfLink(link: string, root: string): string {
  if (!URL.canParse(link)) throw new GraphError("malformed", "A page link is no address.");
  const { origin, username } = new URL(link);
  const known = origin === PUBLIC_ORIGIN || origin === new URL(root).origin;
  if (!known || username !== "") {
    throw new GraphError("malformed", `A page link leads to another host: ${origin}`);
  }
  const start = link.indexOf("/", link.indexOf("//") + 2);
  const path = start < 0 ? "" : link.slice(start);
  if (!path.startsWith(`${VERSION}/`)) {
    throw new GraphError("malformed", "A page link leads to another version.");
  }
  return path.slice(VERSION.length);
}
