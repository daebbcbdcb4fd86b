// A document, and a model that knows the questions for it by heart.
export const document = `The Rhine rises in the Swiss Alps and reaches the North Sea near Rotterdam.
Its length is about 1230 kilometres from the source to the mouth.
Lake Constance stores water of the river between Austria, Switzerland and Germany.
At Schaffhausen the water falls 23 metres over a ledge of limestone.
Between Bingen and Koblenz the valley cuts through hills of slate.
Barges carry coal, grain and containers on the river between Basel and the coast.
The Moselle is the longest tributary and joins the river at Koblenz.
In 1986 a fire at a chemical warehouse near Basel poisoned the water and killed eels in great numbers.
Salmon have returned to the river since then, as ladders let the fish pass the dams.
`;

const known = [
  ["Where does the Rhine rise?", "Swiss Alps", ["Black Forest", "Vosges", "Ardennes"], 0],
  ["Which lake stores water of the Rhine?", "Constance", ["Geneva", "Lucerne", "Garda"], 2],
  ["How far does the water fall at Schaffhausen?", "23 metres", ["12 metres", "31 metres", "44 metres"], 3],
  ["What rock are the hills between Bingen and Koblenz made of?", "Slate", ["Granite", "Chalk", "Basalt"], 4],
  ["Which tributary is the longest?", "Moselle", ["Neckar", "Main", "Ruhr"], 6],
  ["What returned once ladders passed the dams?", "Salmon", ["Sturgeon", "Otters", "Beavers"], 8],
];

const lines = document.trim().split("\n");

function question([stem, answer, others, line]) {
  const [B, C, D] = others;
  return {
    question: stem,
    options: { A: answer, B, C, D },
    correct_option: "A",
    explanation: `The document says so: ${lines[line]}`,
    difficulty: "medium",
    topic_tag: "geography",
    source_quote: lines[line],
  };
}

export const answerTo = (stem) => known.find(([question]) => question === stem)?.[1];

/** What a model answers to the user's text of a write or a review call. */
export function reply(user) {
  const asked = /<questions>(.*)<\/questions>/s.exec(user);
  if (!asked) {
    const count = Number(/Generate exactly (\d+) MCQs/.exec(user)[1]);
    return JSON.stringify({ mcqs: known.slice(0, count).map(question) });
  }
  const reviews = JSON.parse(asked[1]).map(({ number, question: stem, options }) => ({
    number,
    answer: Object.keys(options).find((letter) => options[letter] === answerTo(stem)),
    critique: "",
  }));
  return JSON.stringify({ reviews });
}
