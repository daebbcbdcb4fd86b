// The whole way, from the first visit to a download, and what is asked for on it.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { email, firstRun, overflow, password, sample, serve, signIn, upload, visit, wordsIn } from "./support/browser.mjs";

for (const { width, locale, colorScheme } of [
  { width: 1280, locale: "en", colorScheme: "light" },
  { width: 360, locale: "hi", colorScheme: "dark" },
])
  test(`from the first visit to a download at ${width} px, ${locale}, ${colorScheme}`, async (context) => {
    const { url } = await serve(context, { latency: 300 });
    const word = await wordsIn(locale);
    const page = await visit(context, url, { viewport: { width, height: 740 }, hasTouch: width < 500, locale, colorScheme });
    const press = (key, scope = page) => scope.getByRole("button", { name: word(key), exact: true }).click();
    const question = (number) => page.getByRole("article", { name: word("question.number", { number }), exact: true });
    await page.getByRole("heading", { name: word("welcome.title") }).waitFor();
    await page.getByLabel(word("email")).fill(email);
    await page.getByLabel(word("password")).fill(password);
    await press("createAccount");
    await page.getByLabel(word("documents.add")).setInputFiles(sample);
    await page.getByText(word("state.ready"), { exact: true }).waitFor();
    await page.getByRole("link", { name: "periodic-table" }).click();
    await page.getByRole("spinbutton", { name: word("order.questions") }).fill("3");
    await press("order.make");
    await page.getByRole("progressbar").waitFor();
    await question(3).waitFor();
    assert.equal(await page.getByRole("article").count(), 3);
    assert.ok((await overflow(page)) <= 0);

    await press("edit", question(1));
    await question(1).getByRole("textbox", { name: word("form.question") }).fill("Which one?");
    await press("save");
    await question(1).getByText("Which one?").waitFor();
    await press("question.show", question(2));
    await page.getByRole("dialog").locator("mark").waitFor();
    await page.getByRole("dialog").getByRole("button", { name: word("close") }).click();
    await press("delete", question(3));
    await page.getByText(word("question.deleted")).or(page.getByText(word("question.spare"))).waitFor();

    await press("test.take");
    await page.getByRole("radiogroup", { name: "Which one?" }).waitFor();
    await page.getByRole("radio").first().check();
    await page.getByText(word("take.saved")).waitFor();
    await press("finish");
    await page.getByRole("heading", { name: word("result.title") }).waitFor();
    assert.ok((await overflow(page)) <= 0);
    await page.getByRole("link", { name: word("result.back") }).click();

    await press("download");
    const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: /^Moodle XML/ }).click()]);
    assert.match(await readFile(await file.path(), "utf8"), /^<\?xml.*<quiz>/s);
    const dark = await page.evaluate(() => getComputedStyle(document.body).backgroundColor.match(/\d+/g).every((part) => Number(part) < 128));
    assert.equal(dark, colorScheme === "dark");

    await press("signOut");
    await page.getByRole("heading", { name: word("signIn") }).waitFor();
    await page.getByLabel(word("email")).fill(email);
    await page.getByLabel(word("password")).fill(password);
    await press("signIn");
    await page.getByRole("link", { name: "periodic-table" }).waitFor();
  });

test("what a format can't hold is told in a sentence, and the rest can be had", async (context) => {
  const { url } = await serve(context);
  const page = await visit(context, url);
  await firstRun(page);
  await page.getByRole("link", { name: "Tests" }).click();
  const [first, second] = [{ question: "How many?", A: "1", B: "2", C: "3", D: "4", E: "5" }, { question: "Which one?", A: "this", B: "that" }];
  const questions = [first, second].map(({ question, ...options }) => ({ question, options, correct_option: "A" }));
  const essay = { question: "Why?", options: { A: "so" }, correct_option: "A" };
  const buffer = Buffer.from(JSON.stringify({ title: "Five", questions: [...questions, essay] }));
  await page.getByLabel("Import questions").setInputFiles([{ name: "five.json", mimeType: "application/json", buffer }]);
  await page.getByRole("heading", { name: "1 question was left out", exact: false }).waitFor();
  await page.getByRole("link", { name: "Show the test" }).click();
  await page.getByRole("heading", { name: "Question 2", exact: true }).waitFor();

  await page.getByRole("button", { name: "Download", exact: true }).click();
  await page.getByRole("link", { name: /^Kahoot/ }).click();
  await page.getByRole("dialog").getByText("Question 1 has 5 options", { exact: false }).waitFor();
  assert.equal(await page.getByText("leave_out", { exact: false }).count(), 0);
  const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Download the others" }).click()]);
  assert.equal(file.suggestedFilename(), "Five.xlsx");
  assert.match((await readFile(await file.path())).subarray(0, 2).toString(), /^PK/);
});

test("pages that the document does not have are told before anything is asked of the server", async (context) => {
  const { url } = await serve(context);
  const page = await visit(context, url);
  await firstRun(page);
  await upload(page);
  await page.getByRole("link", { name: "periodic-table" }).click();
  await page.getByText("free of charge", { exact: false }).waitFor();
  const asked = [];
  page.on("request", (request) => request.method() === "POST" && asked.push(request.url()));
  await page.getByRole("textbox", { name: "Pages" }).fill("7-9");
  await page.getByText("The document has 1 page.").waitFor();
  await page.getByRole("textbox", { name: "Pages" }).fill("all");
  await page.getByText("Pages are told as numbers", { exact: false }).waitFor();
  await page.getByRole("button", { name: "Make the test" }).click();
  assert.deepEqual(asked, []);
  await page.getByRole("textbox", { name: "Pages" }).fill("१–१");
  await page.getByText("free of charge", { exact: false }).waitFor();
  await page.getByRole("button", { name: "Make the test" }).click();
  await page.getByRole("heading", { name: "Question 1", exact: true }).waitFor();
});

test("the first view of somebody who is signed in asks for little", async (context) => {
  const { url } = await serve(context);
  const page = await visit(context, url);
  await firstRun(page);
  const asked = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.reload();
  await page.getByRole("heading", { name: "Documents" }).waitFor();
  assert.ok(asked.length <= 10, asked.join("\n"));
});

test("a file that can't be read says why and can be taken away; text can be pasted", async (context) => {
  const { url } = await serve(context);
  const page = await visit(context, url);
  await firstRun(page);
  await page.getByLabel("Add documents").setInputFiles([{ name: "broken.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.4\nnothing") }]);
  await page.getByText("Could not be read", { exact: true }).waitFor();
  await page.getByRole("button", { name: "Delete" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Delete" }).click();
  await page.getByText("No documents yet.", { exact: false }).waitFor();

  await page.getByRole("button", { name: "Paste text" }).click();
  await page.getByRole("dialog").getByLabel("Title").fill("Norland");
  await page.getByRole("dialog").getByLabel("Text", { exact: true }).fill("The river of Norland was mapped in 1801.");
  await page.getByRole("dialog").getByRole("button", { name: "Add" }).click();
  await page.getByRole("link", { name: "Norland" }).click();
  await page.getByText("A test needs at least 100 words; this document has 8.", { exact: false }).waitFor();
  await page.getByRole("link", { name: "Read the text" }).click();
  await page.getByText("mapped in 1801").waitFor();
});

test("in Hindi, what the server says is in Hindi, too", async (context) => {
  const { url } = await serve(context);
  const page = await visit(context, url, { locale: "hi" });
  await page.locator("input[type=email]").fill("asha@example.org");
  await page.locator("input[type=password]").fill("correct horse");
  await page.getByRole("button", { name: "खाता बनाएँ" }).click();
  await page.getByRole("heading", { name: "दस्तावेज़" }).waitFor();
  await page.getByLabel("दस्तावेज़ जोड़ें").setInputFiles([{ name: "broken.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.4\nnothing") }]);
  await page.getByText("फ़ाइल ख़राब या अधूरी है।", { exact: false }).waitFor();

  await page.getByRole("link", { name: "परीक्षाएँ" }).click();
  const gift = (name, text) => page.getByLabel("प्रश्न आयात करें").setInputFiles([{ name, mimeType: "text/plain", buffer: Buffer.from(text) }]);
  await gift("words.gift", "Nothing but words");
  await page.getByText("इसमें कोई प्रश्न नहीं मिला। प्रश्न Moodle (XML, GIFT), QTI, Aiken, CSV, Word या JSON फ़ाइलों से आ सकते हैं।").waitFor();
  await gift("five.gift", "Which? {=this ~that ~here ~there ~then}\n\nWhy? {}\n");
  await page.getByText("वह निबंध है; केवल एक सही उत्तर वाले बहुविकल्पीय प्रश्न आयात हो सकते हैं").waitFor();
  await page.getByRole("link", { name: "परीक्षा दिखाएँ" }).click();
  await page.getByRole("button", { name: "डाउनलोड" }).click();
  await page.getByRole("link", { name: /^Kahoot/ }).click();
  await page.getByText("प्रश्न 1 में 5 विकल्प हैं; Kahoot में अधिकतम 4 आते हैं।").waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "दूसरा प्रश्न लें" }).click();
  await page.getByText("प्रश्न को बदलें, या उसे हटाकर दूसरा जोड़ें।", { exact: false }).waitFor();
  await page.getByRole("link", { name: "सर्वर" }).click();
  await page.locator("section summary").first().click();
  const told = await page.locator(".facts, .advice").allTextContents();
  assert.ok(told.length > 8);
  assert.deepEqual(told.filter((text) => /[a-z]{2} [a-z]{2}/.test(text)), []);
  await page.getByRole("button", { name: "साइन आउट करें" }).click();
  await page.locator("input[type=email]").fill("asha@example.org");
  await page.locator("input[type=password]").fill("another horse");
  await page.getByRole("button", { name: "साइन इन करें" }).click();
  await page.getByText("इस ई-मेल और पासवर्ड का कोई खाता नहीं है।").waitFor();
});
