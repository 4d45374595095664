/** A number as people write it: "1,200". */
export function numberText(count: number): string {
  return count.toLocaleString("en");
}

/** A number and its noun: "1 guest", "1,200 guests". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${numberText(count)} ${count === 1 ? one : many}`;
}
