#include "db/anki/note_type.hpp"

#include <boost/json/array.hpp>
#include <string>

namespace examwright {

namespace json = boost::json;

namespace {

// When the templates below last changed, in seconds: by it Anki knows a newer note type.
constexpr std::int64_t changed_at = anki_note_type_id / 1000;

constexpr const char* fields[] = {"Question", "A", "B", "C", "D", "E", "Key", "Explanation", "Quote", "Page"};

const char* const options = R"(<li class="A">{{A}}</li>
<li class="B">{{B}}</li>
<li class="C">{{C}}</li>
<li class="D">{{D}}</li>
{{#E}}<li class="E">{{E}}</li>{{/E}}
</ol>
)";

const char* const explanation =
    R"(<hr id="answer">
{{#Explanation}}<div class="text" dir="auto">{{Explanation}}</div>{{/Explanation}}
{{#Quote}}<blockquote dir="auto">{{Quote}}</blockquote>{{/Quote}}
{{#Page}}<div class="page">Page {{Page}}</div>{{/Page}}
)";

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
.key-A .A, .key-B .B, .key-C .C, .key-D .D, .key-E .E { font-weight: bold; }
.key-A .A::after, .key-B .B::after, .key-C .C::after, .key-D .D::after, .key-E .E::after {
  content: " \2714";
  color: #2e9e44;
}
blockquote { margin: 0.5em 0; padding: 0 0.8em; font-style: italic; border-inline-start: 3px solid #9e9e9e; }
.page { font-size: 80%; opacity: 0.75; }
)";

/// One side of the card. list_class: of the options.
std::string side(const std::string& list_class, const std::string& below) {
    return "<div id=\"question\" class=\"text\" dir=\"auto\">{{Question}}</div>\n<ol id=\"options\" "
           "class=\"" +
           list_class + "\" dir=\"auto\">\n" + options + below + script;
}

json::array field_list() {
    json::array list;
    for (const auto* name : fields)
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

json::object anki_note_type(std::int64_t deck) {
    const json::object card{{"name", "Multiple choice"},
                            {"ord", 0},
                            {"qfmt", side("asked", "")},
                            {"afmt", side("answered key-{{Key}}", explanation)},
                            {"did", nullptr},
                            {"bqfmt", ""},
                            {"bafmt", ""}};
    const json::array needs_question{0, "any", json::array{0}};  // a card is made where there is a question
    return {{"id", anki_note_type_id},
            {"name", "Examwright multiple choice"},
            {"type", 0},
            {"mod", changed_at},
            {"usn", -1},
            {"sortf", 0},
            {"did", deck},
            {"tmpls", json::array{card}},
            {"flds", field_list()},
            {"css", css},
            {"latexPre", "\\documentclass[12pt]{article}\n\\pagestyle{empty}\n\\begin{document}\n"},
            {"latexPost", "\\end{document}"},
            {"req", json::array{needs_question}},
            {"tags", json::array{}},
            {"vers", json::array{}}};
}

}  // namespace examwright
