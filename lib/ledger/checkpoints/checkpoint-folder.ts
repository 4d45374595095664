import { mkdir, readdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";

const DIGITS = 15;
const ENDING = ".checkpoint";
/** File names that we write. Another file could sort last and hide the newest. */
const NAME = /^\d{15}\.checkpoint$/;

/** Keeps a checkpoint as a file that is there whole or not at all: `<folder>/<tenant>/<size>.checkpoint`. */
export async function writeToFolder(
  folder: string,
  tenant: string,
  { size, note }: { readonly size: number; readonly note: string },
): Promise<void> {
  const directory = join(folder, tenant);
  await mkdir(directory, { recursive: true });
  const file = join(directory, `${String(size).padStart(DIGITS, "0")}${ENDING}`);
  await writeFile(`${file}.new`, note, { flush: true });
  await rename(`${file}.new`, file);
}

/** The checkpoint of the most entries that a folder keeps of a tenant, with its file's name; null where it has none. */
export async function newestInFolder(
  folder: string,
  tenant: string,
): Promise<{ readonly name: string; readonly note: string } | null> {
  const directory = join(folder, tenant);
  const names = await readdir(directory).catch((error: unknown) => {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
    throw error;
  });
  const name = names
    .filter((each) => NAME.test(each))
    .sort()
    .at(-1);
  return name === undefined
    ? null
    : { name, note: await readFile(join(directory, name), { encoding: "utf8" }) };
}
