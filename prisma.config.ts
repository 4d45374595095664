import { defineConfig } from "prisma/config";

// Without DATABASE_URL `generate` still works: a fresh clone has none.
const url = process.env.DATABASE_URL;

// Prisma's tools ask for this file's default export.
export default defineConfig({
  schema: "prisma/schema.prisma",
  migrations: { path: "prisma/migrations" },
  ...(url === undefined ? {} : { datasource: { url } }),
});
