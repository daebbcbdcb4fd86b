#include "server/jobs/job_material.hpp"

#include <utility>

#include "core/document/page_range.hpp"
#include "core/document/span_text.hpp"
#include "core/text/words.hpp"
#include "db/document_store.hpp"
#include "db/generated_test_store.hpp"
#include "db/job_store.hpp"
#include "db/topic_store.hpp"

namespace examwright {

namespace {

constexpr int most_asked_before = 60;  // stems of other tests that a prompt tells of

}  // namespace

job_material read_material(SQLite::Database& database, const generated_test_record& test, timestamp now) {
    job_material material;
    document_store documents(database);
    material.text = documents.text(test.document_id).value_or("");
    material.structure = documents.structure(test.document_id);
    job_store jobs(database);
    material.calls = jobs.calls(test.id);
    material.starts = jobs.starts(test.id);
    material.counted = material.starts > 0 || !material.calls.empty() || test.status == "generating";
    if (material.counted)
        jobs.count_start(test.id, now);
    for (auto& topic : topic_store(database).list())
        material.topic_slugs.push_back(std::move(topic.slug));
    material.asked_before = jobs.stems_of_document(test.document_id, test.id, most_asked_before);
    if (!test.replaces_question.empty())
        for (auto& question : generated_test_store(database).sibling_questions(test.replaces_question))
            material.taken.push_back(std::move(question.content));
    return material;
}

generation_job plan_job(const generated_test_record& test, job_material material) {
    generation_spec spec;
    spec.seed = test.id;
    spec.questions = test.target_questions;
    spec.level = test.level;
    spec.topic_slugs = std::move(material.topic_slugs);
    spec.focus = test.focus;
    spec.language = test.language;
    spec.asked_before = std::move(material.asked_before);
    spec.taken = std::move(material.taken);
    auto spans = decode_spans(material.structure, material.text.size()).value_or(std::vector<block_span>());
    const document_text whole(std::move(material.text), std::move(spans));
    auto document = whole.material();
    if (count_words(document.text()) < minimum_words)
        document = whole;
    if (const auto pages = parse_page_ranges(test.pages); pages && !test.pages.empty())
        document = document.only(*pages);
    return generation_job(std::move(spec), std::move(document));
}

}  // namespace examwright
