#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <boost/json/object.hpp>

#include "core/claude/messages_api.hpp"
#include "core/question/question.hpp"

namespace examwright {

/// Stored with every test; raised with every change of the texts or the schemas.
inline constexpr std::string_view prompt_version = "2026-11-3";

struct write_prompt_input {
    std::string_view material;
    int count = 1;
    difficulty level = difficulty::medium;
    std::vector<std::string> topic_slugs;
    std::string_view focus;                 // what the test is to be about; empty: all of the material
    std::string_view language;              // to write in, by its English name; empty: the material's own
    std::vector<std::string> key_terms;     // that this part of the document has for itself
    std::vector<std::string> existing;      // stems and answers that exist already; none in round 1
    std::vector<std::string> rejected;      // stems that were dropped, and why; none in round 1
    std::vector<std::string> asked_before;  // stems of the owner's other tests of this document
};

/// The line under which asked_before stands.
inline constexpr std::string_view asked_before_line =
    "Already asked in other tests of this material. Ask something else where there is something else:";

/// The user text holds the material between <study_material> and </study_material>, any such fence inside it
/// defused, and behind it the task: `Generate exactly {n} MCQs` (with a focus: `Generate at most {n} MCQs`),
/// a line `Difficulty: easy|medium|hard`, a line `Topic slugs: 'a', 'b'`, and `Focus: ` and `Language: `
/// lines where those are asked for. The writer never sees nor gives a letter: code places the key.
prompt write_prompt(const write_prompt_input& input);

/// The passages joined between <study_material> and </study_material>, then
/// <questions>[{"number": 1, "question": "...", "options": {...}}, ...]</questions> without keys.
/// questions[i] has number i + 1.
prompt review_prompt(const std::vector<std::string_view>& passages, const std::vector<question>& questions);

/// JSON schemas within what the API supports: no bounds, additionalProperties false everywhere.
const boost::json::object& write_schema();
const boost::json::object& review_schema();

}  // namespace examwright
