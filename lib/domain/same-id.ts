/** Whether two object ids name the same object: Graph writes them in lower case, people do not always. */
export function sameId(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
