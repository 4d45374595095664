import comments from "@eslint-community/eslint-plugin-eslint-comments/configs";
import hooks from "eslint-plugin-react-hooks";
import { defineConfig, globalIgnores } from "eslint/config";
import typescript from "typescript-eslint";

const banned = "^(utils?|helpers?|commons?|misc|types|managers?)$";

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
    extends: [typescript.configs.strictTypeChecked, typescript.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      "@typescript-eslint/switch-exhaustiveness-check": [
        "error",
        { considerDefaultExhaustiveForUnions: true },
      ],
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/consistent-type-imports": "error",
      "max-lines": ["error", { max: 250 }],
      "max-lines-per-function": ["error", { max: 60, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    // A component is its markup, and a suite is its cases: there the file's limit is the one that tells.
    files: ["**/*.tsx", "**/*.test.ts", "**/*.spec.ts"],
    rules: { "max-lines-per-function": "off" },
  },
  { files: ["**/*.tsx", "lib/**/*.ts"], ...hooks.configs.flat.recommended },
  {
    // These two speak of what React Compiler would skip; it is not used here.
    files: ["**/*.tsx", "lib/**/*.ts"],
    rules: { "react-hooks/incompatible-library": "off", "react-hooks/refs": "off" },
  },
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
