import ts from "typescript";
import { readFileSync } from "node:fs";
import { execSync } from "node:child_process";
const re = new RegExp("^#?("+process.argv[2]+")$");
const files = execSync("git ls-files "+process.argv[3],{encoding:"utf8"}).split("\n").filter(f=>/\.(tsx?|mjs)$/.test(f));
for (const f of files) { const text=readFileSync(f,"utf8"); const src=ts.createSourceFile(f,text,ts.ScriptTarget.Latest);
 const lines=text.split("\n");
 const v=n=>{const name=n.name; if(name&&!ts.isImportSpecifier(n)&&!ts.isPropertyAccessExpression(n)&&!ts.isPropertyAssignment(n)&&!ts.isShorthandPropertyAssignment(n)&&(ts.isIdentifier(name)||ts.isPrivateIdentifier(name))&&re.test(name.text)){const {line,character}=src.getLineAndCharacterOfPosition(name.getStart(src)); console.log(`${f}:${line+1}:${character+1}\t${name.text}\t${ts.SyntaxKind[n.kind].slice(0,9)}\t${lines[line].trim().slice(0,130)}`);} ts.forEachChild(n,v)}; v(src);}
