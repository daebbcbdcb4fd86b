#include "db/anki/note_type.hpp"

#include <boost/json/array.hpp>
#include <string>
#include <vector>

#include "core/question/question.hpp"

namespace examwright {

namespace json = boost::json;

namespace {

// When the templates below last changed, in seconds: by it Anki knows a newer note type.
constexpr std::int64_t changed_at = 1'795'824'000;

const char* const explanation =
    R"(<hr id="answer">
{{#Explanation}}<div class="text">{{Explanation}}</div>{{/Explanation}}
{{#Quote}}<blockquote>{{Quote}}</blockquote>{{/Quote}}
)";
const char* const numbered_page = "{{#Page}}<div class=\"page\">Page {{Page}}</div>{{/Page}}\n";
const char* const named_place = "{{#Page}}<div class=\"page\">{{Page}}</div>{{/Page}}\n";

// The order of the question's side is kept for the answer's. Where it can't be, the answer shows the options
// in their own order.
const char* const script = R"(<script>
(function () {
  var question = document.getElementById("question").textContent;
  var list = document.getElementById("options");
  function shuffled() {
    var order = Array.prototype.map.call(list.children, function (option) { return option.className; });
    for (var i = order.length - 1; i > 0; --i) {
      var k = Math.floor(Math.random() * (i + 1));
      var moved = order[i];
      order[i] = order[k];
      order[k] = moved;
    }
    return order;
  }
  try {
    var shown;
    if (list.classList.contains("answered")) {
      shown = JSON.parse(sessionStorage.getItem("examwright"));
      if (!shown || shown.question !== question) return;
    } else {
      shown = { question: question, order: shuffled() };
      sessionStorage.setItem("examwright", JSON.stringify(shown));
    }
    shown.order.forEach(function (letter) { list.appendChild(list.querySelector("." + letter)); });
  } catch (unavailable) {
    return;
  }
})();
</script>
)";

const char* const css = R"(.card {
  font-family: sans-serif;
  font-size: 20px;
  max-width: 40em;
  margin: 0 auto;
  padding: 0.5em;
}
.text { margin: 0.5em 0; }
ol { list-style-type: upper-alpha; }
li { margin: 0.3em 0; }
blockquote { margin: 0.5em 0; padding: 0 0.8em; font-style: italic; border-inline-start: 3px solid #9e9e9e; }
.page { font-size: 80%; opacity: 0.75; }
)";

std::string letter(std::size_t index) {
    return std::string(1, option_letter(index));
}

/// Marks the right option.
std::string key_css(std::size_t options) {
    std::string bold, marked;
    for (std::size_t i = 0; i < options; ++i) {
        const auto key = (i > 0 ? ", .key-" : ".key-") + letter(i) + " ." + letter(i);
        bold += key;
        marked += key + "::after";
    }
    return bold + " { font-weight: bold; }\n" + marked + " { content: \" \\2714\"; color: #2e9e44; }\n";
}

std::string option_list(std::size_t options) {
    std::string html;
    for (std::size_t i = 0; i < options; ++i) {
        const auto name = letter(i);
        const auto item = "<li class=\"" + name + "\">{{" + name + "}}</li>";
        html += (i < fewest_options ? item : "{{#" + name + "}}" + item + "{{/" + name + "}}") + "\n";
    }
    return html + "</ol>\n";
}

/// One side of the card, all of it in the direction of the question. list_class: of the options.
std::string side(std::size_t options, const std::string& list_class, const std::string& below) {
    return "<div dir=\"auto\">\n<div id=\"question\" class=\"text\">{{Question}}</div>\n<ol id=\"options\" "
           "class=\"" +
           list_class + "\">\n" + option_list(options) + below + "</div>\n" + script;
}

std::vector<std::string> field_names(std::size_t options) {
    std::vector<std::string> names{"Question"};
    for (std::size_t i = 0; i < options; ++i)
        names.push_back(letter(i));
    names.insert(names.end(), {"Key", "Explanation", "Quote", "Page"});
    return names;
}

json::array field_list(std::size_t options) {
    json::array list;
    for (const auto& name : field_names(options))
        list.push_back(json::object{{"name", name},
                                    {"ord", list.size()},
                                    {"sticky", false},
                                    {"rtl", false},
                                    {"font", "Arial"},
                                    {"size", 20},
                                    {"media", json::array{}}});
    return list;
}

}  // namespace

json::object note_type_json(const anki_note_type& type, std::int64_t deck) {
    const auto answer = explanation + std::string(type.holds_place ? named_place : numbered_page);
    const json::object card{{"name", "Multiple choice"},
                            {"ord", 0},
                            {"qfmt", side(type.options, "asked", "")},
                            {"afmt", side(type.options, "answered key-{{Key}}", answer)},
                            {"did", nullptr},
                            {"bqfmt", ""},
                            {"bafmt", ""}};
    const json::array needs_question{0, "any", json::array{0}};  // a card is made where there is a question
    return {{"id", type.id},
            {"name", type.name},
            {"type", 0},
            {"mod", changed_at},
            {"usn", -1},
            {"sortf", 0},
            {"did", deck},
            {"tmpls", json::array{card}},
            {"flds", field_list(type.options)},
            {"css", css + key_css(type.options)},
            {"latexPre", "\\documentclass[12pt]{article}\n\\pagestyle{empty}\n\\begin{document}\n"},
            {"latexPost", "\\end{document}"},
            {"req", json::array{needs_question}},
            {"tags", json::array{}},
            {"vers", json::array{}}};
}

}  // namespace examwright
