import type { Comparator, Filter, Literal, Path, TextFunction } from "./expression.ts";
import { tokenize } from "./tokens.ts";
import type { Token } from "./tokens.ts";
import { malformedQuery } from "../errors.ts";

const comparators: readonly string[] = ["eq", "ne", "gt", "ge", "lt", "le"];
const textFunctions: Readonly<Record<string, TextFunction>> = {
  startswith: "startsWith",
  endswith: "endsWith",
  contains: "contains",
};

/** Reads a `$filter`; what cannot be read is refused as Graph refuses it. */
export function parseFilter(text: string): Filter {
  return new FilterParser(text).parse();
}

class FilterParser {
  readonly #tokens: Token[];
  readonly #text: string;
  #position = 0;
  /** Variables of the lambdas around the place being read. */
  #variables: readonly string[] = [];

  constructor(text: string) {
    this.#text = text;
    this.#tokens = tokenize(text);
  }

  parse(): Filter {
    const filter = this.#either();
    if (this.#peek().kind !== "end") throw this.#unexpected();
    return filter;
  }

  #either(): Filter {
    let left = this.#both();
    while (this.#takeWord("or")) left = { kind: "or", left, right: this.#both() };
    return left;
  }

  #both(): Filter {
    let left = this.#negated();
    while (this.#takeWord("and")) left = { kind: "and", left, right: this.#negated() };
    return left;
  }

  #negated(): Filter {
    if (this.#takeWord("not")) return { kind: "not", inner: this.#negated() };
    if (this.#takeMark("(")) {
      const inner = this.#either();
      this.#expectMark(")");
      return inner;
    }
    return this.#condition();
  }

  #condition(): Filter {
    const name = this.#textFunction();
    if (name) return this.#textCondition(name);
    const segments = [this.#word()];
    while (this.#takeMark("/")) {
      const segment = this.#word();
      const quantifier = segment.toLowerCase();
      if ((quantifier === "any" || quantifier === "all") && this.#takeMark("(")) {
        return this.#lambda(quantifier, this.#path(segments));
      }
      segments.push(segment);
    }
    return this.#comparison(this.#path(segments));
  }

  #textCondition(name: TextFunction): Filter {
    this.#expectMark("(");
    const path = this.#readPath();
    this.#expectMark(",");
    const literal = this.#literal();
    this.#expectMark(")");
    if (literal.kind !== "string") throw this.#unexpected();
    // Older clients write `startsWith(a,'b') eq true`.
    if (this.#takeWord("eq") && !this.#takeWord("true")) throw this.#unexpected();
    return { kind: "text", name, path, value: literal.value };
  }

  #lambda(quantifier: "any" | "all", path: Path): Filter {
    if (quantifier === "any" && this.#takeMark(")")) {
      return { kind: "lambda", quantifier, path, variable: "", body: null };
    }
    const variable = this.#word();
    this.#expectMark(":");
    const outer = this.#variables;
    this.#variables = [...outer, variable];
    const body = this.#either();
    this.#variables = outer;
    this.#expectMark(")");
    return { kind: "lambda", quantifier, path, variable, body };
  }

  #comparison(path: Path): Filter {
    const operator = this.#word();
    if (operator === "in") {
      this.#expectMark("(");
      const values = [this.#literal()];
      while (this.#takeMark(",")) values.push(this.#literal());
      this.#expectMark(")");
      return { kind: "in", path, values };
    }
    if (!comparators.includes(operator)) throw this.#unexpected(this.#position - 1);
    return { kind: "compare", path, operator: operator as Comparator, value: this.#literal() };
  }

  #readPath(): Path {
    const segments = [this.#word()];
    while (this.#takeMark("/")) segments.push(this.#word());
    return this.#path(segments);
  }

  #path(segments: readonly string[]): Path {
    const [first = "", ...rest] = segments;
    if (this.#variables.includes(first)) return { variable: first, segments: rest };
    return { variable: null, segments };
  }

  #literal(): Literal {
    const token = this.#take();
    switch (token.kind) {
      case "string":
      case "number":
      case "date":
      case "guid":
        return token.kind === "number"
          ? { kind: "number", value: token.value }
          : { kind: token.kind, value: token.value };
      case "word":
        return this.#literalWord(token.text);
      case "mark":
      case "end":
        throw this.#unexpected(this.#position - 1);
    }
  }

  #literalWord(text: string): Literal {
    if (text === "null") return { kind: "null" };
    if (text === "true" || text === "false") return { kind: "boolean", value: text === "true" };
    const following = this.#peek();
    // An enum member may carry its type: microsoft.graph.x'member'.
    if (text.includes(".") && following.kind === "string") {
      this.#position += 1;
      return { kind: "string", value: following.value };
    }
    throw this.#unexpected(this.#position - 1);
  }

  #textFunction(): TextFunction | undefined {
    const token = this.#peek();
    const after = this.#tokens[this.#position + 1];
    if (token.kind !== "word" || after?.kind !== "mark" || after.text !== "(") return undefined;
    const name = textFunctions[token.text.toLowerCase()];
    if (!name) {
      throw malformedQuery(
        `Invalid filter clause: An unknown function with name '${token.text}' was found.`,
      );
    }
    this.#position += 1;
    return name;
  }

  #peek(): Token {
    return this.#tokens[this.#position] ?? { kind: "end", at: this.#text.length };
  }

  #take(): Token {
    const token = this.#peek();
    this.#position += 1;
    return token;
  }

  #word(): string {
    const token = this.#take();
    if (token.kind !== "word") throw this.#unexpected(this.#position - 1);
    return token.text;
  }

  #takeWord(text: string): boolean {
    const token = this.#peek();
    const taken = token.kind === "word" && token.text === text;
    if (taken) this.#position += 1;
    return taken;
  }

  #takeMark(text: "(" | ")" | "," | "/" | ":"): boolean {
    const token = this.#peek();
    const taken = token.kind === "mark" && token.text === text;
    if (taken) this.#position += 1;
    return taken;
  }

  #expectMark(text: "(" | ")" | "," | "/" | ":"): void {
    if (!this.#takeMark(text)) throw this.#unexpected();
  }

  #unexpected(position = this.#position): Error {
    const at = this.#tokens[position]?.at ?? this.#text.length;
    return malformedQuery(
      `Invalid filter clause: Syntax error at position ${at} in '${this.#text}'.`,
    );
  }
}
