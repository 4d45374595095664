/** Lets the browser download a text as a file. */
export function saveFile(text: string, fileName: string, type: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = document.createElement("a");
  link.href = address;
  link.download = fileName;
  link.click();
  // The browser has begun to read it by then; without this the text stays in memory.
  setTimeout(() => {
    URL.revokeObjectURL(address);
  }, 10_000);
}
