import type { Directory } from "../directory.ts";
import type { Reviews } from "./rows.ts";

const known = new WeakMap<Directory, Reviews>();

/** The reviews of the organization that has this directory. */
export function reviewsOf(directory: Directory): Reviews {
  const reviews = known.get(directory) ?? { definitions: new Map(), histories: new Map() };
  known.set(directory, reviews);
  return reviews;
}
