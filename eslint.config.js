import comments from "@eslint-community/eslint-plugin-eslint-comments/configs";
import hooks from "eslint-plugin-react-hooks";
import { defineConfig, globalIgnores } from "eslint/config";
import typescript from "typescript-eslint";

const banned = "^(utils?|helpers?|commons?|misc|types|managers?)$";

// The rules about TypeScript and React are in .oxlintrc.json. Here is what Oxlint cannot do.
export default defineConfig(
  globalIgnores([
    ".next/",
    ".data/",
    "prisma/generated/",
    "public/",
    "test-results/",
    "next-env.d.ts",
  ]),
  {
    files: ["**/*.ts", "**/*.tsx"],
    languageOptions: { parser: typescript.parser },
    // Oxlint judges these rules; ESLint only has to know the names that comments may switch off.
    plugins: { "@typescript-eslint": typescript.plugin, "react-hooks": hooks },
  },
  // Oxlint reports these: it knows which of the comments it needed.
  { linterOptions: { reportUnusedDisableDirectives: "off" } },
  {
    ...comments.recommended,
    rules: {
      ...comments.recommended.rules,
      "@eslint-community/eslint-comments/require-description": "error",
    },
  },
  {
    files: ["**/*.{ts,tsx,js,mjs}"],
    plugins: { house: (await import("./scripts/eslint/house.js")).default },
    rules: { "house/named-for-what-it-does": ["error", banned], "house/caller-first": "error" },
  },
);
