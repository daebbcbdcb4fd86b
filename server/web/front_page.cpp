#include "server/web/front_page.hpp"

namespace examwright {
namespace {

std::string escape(const std::string& text) {
    std::string safe;
    for (const char c : text) {
        switch (c) {
            case '<': safe += "&lt;"; break;
            case '>': safe += "&gt;"; break;
            case '&': safe += "&amp;"; break;
            case '"': safe += "&quot;"; break;
            default: safe += c;
        }
    }
    return safe;
}

}  // namespace

std::string front_page(const std::string& model) {
    const std::string author =
        model == "offline-cloze"
            ? "The <strong>offline author</strong> (<code>offline-cloze</code>) writes: fill-in "
              "questions from the document's own sentences. Start the server with "
              "<code>ANTHROPIC_API_KEY</code> set to have Claude write them."
            : "Questions are written by <code>" + escape(model) + "</code>.";
    return R"(<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Examwright</title>
<h1>Examwright</h1>
<p>This server turns your documents into multiple-choice tests. Version )" EXAMWRIGHT_VERSION R"(.</p>
<p>)" + author +
           R"(</p>
<h2>How to use it</h2>
<ol>
<li><code>POST /auth/register</code>, then <code>POST /auth/login</code> with your e-mail and password.
<li><code>POST /documents/upload</code> with a PDF, a text or a Markdown file, and your token.
<li><code>POST /tests/generate</code> with the document's id.
<li><code>GET /tests/{id}/status</code> until it is done, then <code>GET /tests/{id}</code>.
</ol>
<p>The README has each of these as a command, and <a href="docs">the docs</a> have all calls.</p>
</html>
)";
}

}  // namespace examwright
