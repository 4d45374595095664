/** What somebody may have typed as a guest's name, and what has broken consoles like this one. */
export interface Oddity {
  displayName: string;
  local?: string;
  companyName?: string;
}

export const oddities: readonly Oddity[] = [
  { displayName: "<img src=x onerror=alert(1)>", companyName: "<b>Bold</b> & Sons" },
  { displayName: '=HYPERLINK("http://x","y")', companyName: "=1+1" },
  { displayName: "+44 7700 900123" },
  { displayName: "-2+3+cmd|' /C calc'!A0" },
  { displayName: "@SUM(A1:A9)", companyName: "@home" },
  { displayName: "Anna \u202Egnp.eciovni\u202C Berg" },
  { displayName: "مهدی\u200Cرضا پورحسینی \u2068(Lon\u2069" },
  { displayName: "Zoe\u200B\u200D\u200B Zero-Width" },
  { displayName: "👩‍👩‍👧‍👦 Family Office 🏳️‍🌈" },
  { displayName: "  Leading And Trailing  " },
  { displayName: "Sinéad O'Brien", local: "o'brien" },
  { displayName: "100% Contractor #7" },
  { displayName: "Robert'); DROP TABLE guests;--" },
  { displayName: "Z̷̢̛a̶͎͝l̵̙̈g̸̣͐o̶̧͠ Combining" },
  { displayName: `Maximiliana ${"von und zu Hohenstein-".repeat(10)}Ende`.slice(0, 256) },
  { displayName: "W".repeat(120) },
  { displayName: "null" },
  { displayName: "undefined" },
  { displayName: "true" },
  { displayName: "-" },
  { displayName: '"Quoted", Comma; Semi\tTab' },
  { displayName: "Line\nBreak" },
  { displayName: "javascript:alert(1)" },
  { displayName: "{{constructor.constructor('return 1')()}} ${7*7}" },
  { displayName: "../../etc/passwd" },
  { displayName: "Ñandú Ａｄａ Fullwidth" },
  { displayName: "ﬁrst Liﬆed ǅ İi" },
  { displayName: "a" },
];
