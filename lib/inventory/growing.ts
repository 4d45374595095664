/** A typed array that grows as rows are added. */
type Column = Uint8Array<ArrayBuffer> | Uint32Array<ArrayBuffer> | Float64Array<ArrayBuffer>;

/** The same column with room for `rows`, doubled so that growing stays cheap. */
export function grown<C extends Column>(column: C, rows: number): C {
  if (rows <= column.length) return column;
  const room = Math.max(rows, column.length * 2, 1_024);
  const wider = new (column.constructor as new (length: number) => C)(room);
  wider.set(column);
  return wider;
}
