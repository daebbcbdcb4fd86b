// Questions whose texts hold what breaks formats.
export const title = "Nasty::texts & <others> \"so\" 'called' 🦀";

export const nastyQuestions = [
  {
    question: `What does <b>bold</b> &amp; "quoted" 'text' show?\n\nif (a < b && c > d) {\n    return '{{A}}';\n}`,
    options: { A: "]]> <!-- no comment -->", B: "<script>alert(1)</script>", C: "&lt;&#65;&nbsp;", D: "C:\\dir\\n" },
    correct_option: "B",
    explanation: "Line one\r\nline two\n\n  an indented line four",
    difficulty: "hard",
    source_quote: 'She said: "<i>no</i> & never".',
    source_page: 3,
  },
  {
    question: "~ = # { } : [sound:x.mp3] [latex]x[/latex] {{c1::cloze}} ::title:: %100% // $x$",
    options: { A: "= right", B: "~ wrong", C: "{ } { { } }", D: "\\(\\frac{1}{2}\\) and $$\\sum_{i=0}^n i^2$$" },
    correct_option: "D",
    explanation: "\\begin{align} a &= b \\\\ c &= d \\end{align}",
    difficulty: "easy",
    source_quote: "E = mc^2, $\\alpha_{1}$",
    source_page: 12,
  },
  {
    question: "भारत की सबसे लंबी नदी कौन-सी है? 🏞️👩‍👩‍👧",
    options: { A: "गंगा", B: "यमुना", C: "गोदावरी", D: "कृष्णा" },
    correct_option: "A",
    explanation: "गंगा की लंबाई लगभग २५२५ किमी है।",
    difficulty: "medium",
    source_quote: "गंगा भारत की सबसे लंबी नदी है।",
    source_page: 1,
  },
  {
    question: "ما هو أطول نهر في العالم (بالكيلومترات)؟",
    options: { A: "النيل", B: "الأمازون (Amazon)", C: "دجلة", D: "123 كم" },
    correct_option: "C",
    explanation: "שלום: النهر طويل, 6650 km.",
    difficulty: "medium",
    source_quote: "«النيل» نهر طويل.",
    source_page: 2,
  },
  {
    question: `Long ${"word ".repeat(700)}end?`,
    options: { A: "a".repeat(3900), B: "长".repeat(2000), C: "a\ttab and  two blanks", D: "Zero\u200Bwidth and\u00A0no-break" },
    correct_option: "C",
    explanation: "x".repeat(4000),
    difficulty: "medium",
    source_quote: "q".repeat(4000),
    source_page: 99,
  },
  {
    question: "Control \u0001characters\u001b[0m, \u0085 and \ufffe?",
    options: { A: "bell\u0007", B: "del\u007f", C: "unit\u001fseparator", D: "plain" },
    correct_option: "D",
    explanation: "",
    difficulty: "medium",
    source_quote: "",
    source_page: 4,
  },
];

export const fiveOptions = {
  question: "Which comes last?",
  options: { A: "1", B: "2", C: "3", D: "4", E: "5" },
  correct_option: "E",
  explanation: "Five does.",
  difficulty: "easy",
  source_quote: "",
  source_page: 5,
};

/** The text as an export has it: its line breaks are \n, no blank lines are around it, control characters are gone. */
export const written = (text) =>
  text
    .replace(/\r\n?/g, "\n")
    .replace(/[^\P{Cc}\t\n]|[\ufffe\uffff]/gu, "")
    .trimEnd()
    .replace(/^(?:[ \t]*\n)+/, "");

/** The text with its formulas between the delimiters that MathJax knows, as the exports of HTML have them. */
export const withTex = (text) =>
  text.replace(/\$\$(.+?)\$\$/g, "\\[$1\\]").replace(/\$(?=[^\s$])([^$\n]*[^\s$])\$(?![\w$])/g, "\\($1\\)");

/** What a reader should find of a question that GET /tests/{id} answered. asRead: what that reader makes of a text. */
export function expected(asked, asRead = (text) => text) {
  const found = (text) => asRead(written(text));
  return {
    question: found(asked.question),
    options: Object.fromEntries(Object.entries(asked.options).map(([letter, text]) => [letter, found(text)])),
    key: asked.correct_option,
    explanation: found(asked.explanation),
    quote: found(asked.source_quote),
    page: asked.source_page,
  };
}
