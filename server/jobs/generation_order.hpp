#pragma once

#include <optional>
#include <string>

#include "core/document/document_text.hpp"
#include "core/problem.hpp"
#include "db/records.hpp"
#include "server/http/json_body.hpp"

namespace examwright {

/// What a test is asked for with: the body of POST /tests/generate and /tests/estimate, document_id aside.
struct generation_order {
    int questions = 15;
    difficulty level = difficulty::medium;
    std::string focus;
    std::string pages;  // as to_string(page_ranges) writes them
    std::string language;
};
result<generation_order> read_generation_order(const json_body& body);

/// Why no test can be made of a document, if so.
std::optional<problem> unfit(const document_record& document);
/// The pages of the document that are asked for; a problem where it has no such pages, or they hold too few
/// words.
result<document_text> chosen_pages(const generation_order& order, std::string text);

generated_test_record new_test(const generation_order& order, const document_record& document,
                               std::string model, timestamp now);

}  // namespace examwright
