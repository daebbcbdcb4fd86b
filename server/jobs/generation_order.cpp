#include "server/jobs/generation_order.hpp"

#include <utility>

#include "core/document/page_range.hpp"
#include "core/generation/prompts.hpp"
#include "core/language/language_names.hpp"
#include "core/question/question.hpp"
#include "core/text/unicode.hpp"
#include "core/text/words.hpp"

namespace examwright {

namespace {

constexpr std::size_t longest_focus = 200;  // characters

problem too_few_words(const std::string& what, std::int64_t words) {
    return invalid(what + std::to_string(words) + " words; a test needs at least " +
                   std::to_string(minimum_words) + ".");
}

result<std::string> read_focus(const json_body& body) {
    const auto focus = body.optional_text("focus");
    if (!focus)
        return focus.error();
    const std::string text(trimmed(focus->value_or("")));
    if (count_characters(text) > longest_focus || text.find_first_of("\r\n") != text.npos)
        return invalid("focus must be one line of at most " + std::to_string(longest_focus) + " characters");
    return text;
}

result<std::string> read_pages(const json_body& body) {
    const auto pages = body.optional_text("pages");
    if (!pages)
        return pages.error();
    if (trimmed(pages->value_or("")).empty())
        return std::string();
    const auto ranges = parse_page_ranges(**pages);
    if (!ranges)
        return ranges.error();
    return to_string(*ranges);
}

result<std::string> read_language(const json_body& body) {
    const auto language = body.optional_text("language");
    if (!language)
        return language.error();
    if (trimmed(language->value_or("")).empty())
        return std::string();
    return read_output_language(**language);
}

}  // namespace

result<generation_order> read_generation_order(const json_body& body) {
    generation_order order;
    const auto questions = body.optional_integer("num_questions");
    if (!questions)
        return questions.error();
    if (questions->value_or(15) < 1 || questions->value_or(15) > 20)
        return invalid("target_questions must be between 1 and 20");
    order.questions = static_cast<int>(questions->value_or(15));
    const auto level = body.optional_text("difficulty");
    if (!level)
        return level.error();
    const auto known = parse_difficulty(level->value_or("medium"));
    if (!known)
        return invalid("difficulty must be EASY, MEDIUM or HARD");
    order.level = *known;
    const std::pair<result<std::string>, std::string*> texts[] = {{read_focus(body), &order.focus},
                                                                  {read_pages(body), &order.pages},
                                                                  {read_language(body), &order.language}};
    for (const auto& [text, into] : texts) {
        if (!text)
            return text.error();
        *into = *text;
    }
    if (body.has("target_questions"))
        return invalid("target_questions is no field of this call: use num_questions");
    if (auto unknown = body.unknown_field())
        return std::move(*unknown);
    return order;
}

std::optional<problem> unfit(const document_record& document) {
    if (document.status == "processing" || document.status == "uploaded")
        return invalid("The document is still being read. Try again in a moment.");
    if (document.status != "ready")
        return invalid("The document could not be read" +
                       (document.failure_reason ? ": " + *document.failure_reason : std::string(".")));
    if (document.word_count.value_or(minimum_words) < static_cast<std::int64_t>(minimum_words))
        return too_few_words("The document has ", *document.word_count);
    return std::nullopt;
}

result<document_text> chosen_pages(const generation_order& order, std::string text) {
    document_text whole(std::move(text));
    if (order.pages.empty())
        return whole;
    const auto ranges = parse_page_ranges(order.pages).value();
    if (ranges.back().last > whole.page_count())
        return invalid("pages asks for page " + std::to_string(ranges.back().last) +
                       ", but the document has " + std::to_string(whole.page_count()) +
                       (whole.page_count() == 1 ? " page." : " pages."));
    auto chosen = whole.only(ranges);
    const auto words = count_words(chosen.text());
    if (words < minimum_words)
        return too_few_words("Pages " + order.pages + " have ", static_cast<std::int64_t>(words));
    return chosen;
}

generated_test_record new_test(const generation_order& order, const document_record& document,
                               std::string model, timestamp now) {
    generated_test_record test;
    test.user_id = document.user_id;
    test.document_id = document.id;
    test.title = document.title;
    test.status = "pending";
    test.phase = "queued";
    test.level = order.level;
    test.focus = order.focus;
    test.pages = order.pages;
    test.language = order.language;
    test.prompt_version = prompt_version;
    test.model = std::move(model);
    test.target_questions = order.questions;
    test.created_at = test.updated_at = now;
    return test;
}

}  // namespace examwright
