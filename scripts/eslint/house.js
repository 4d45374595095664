import { basename, dirname } from "node:path";

/** Refuses files and folders whose name says nothing of what is inside. */
const namedForWhatItDoes = {
  meta: { type: "problem", schema: [{ type: "string" }] },
  create(context) {
    const vague = new RegExp(context.options[0]);
    const parts = [basename(context.filename).split(".")[0], basename(dirname(context.filename))];
    return {
      Program(node) {
        const bad = parts.find((part) => vague.test(part));
        if (bad) context.report({ node, message: `"${bad}" does not say what is inside.` });
      },
    };
  },
};

/** A route handler that reaches the ledger must first ask who is calling. */
const callerFirst = {
  meta: { type: "problem", schema: [] },
  create(context) {
    if (!/[\\/]app[\\/]api[\\/].*route\.ts$/.test(context.filename)) return {};
    const source = context.sourceCode.text;
    return {
      Program(node) {
        if (/from "@\/lib\/ledger/.test(source) && !/\bcallerOf\(/.test(source)) {
          context.report({ node, message: "This route uses the ledger without callerOf()." });
        }
      },
    };
  },
};

export default {
  rules: { "named-for-what-it-does": namedForWhatItDoes, "caller-first": callerFirst },
};
