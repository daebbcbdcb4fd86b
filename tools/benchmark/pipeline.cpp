// What the generation pipeline itself costs: processor time, calls and tokens.
#include <ctime>
#include <map>

#include "core/generation/estimate.hpp"
#include "core/generation/job.hpp"
#include "core/offline/offline_author.hpp"
#include "test/support/installation.hpp"
#include "test/support/sample_text.hpp"
#include "tools/benchmark/sections.hpp"

namespace examwright::bench {

using namespace examwright::test;

namespace {

constexpr int runs = 5;

document_text pages_of_text(int pages) {
    std::string text;
    for (const auto& page : sample_pages(pages))
        text += (text.empty() ? "" : "\f") + page;
    return document_text(text);
}

generation_spec spec_of(int questions) {
    generation_spec spec;
    spec.seed = "bench";
    spec.questions = questions;
    spec.topic_slugs = {"geography", "history", "general"};
    return spec;
}

using replies = std::map<call_id, std::string>;

/// Runs a job to its end; a reply that is not there yet is asked of the offline author.
generation_outcome run_job(const document_text& document, int questions, replies& known) {
    generation_job job(spec_of(questions), document);
    auto calls = job.start();
    while (!calls.empty()) {
        const auto id = calls.back();
        calls.pop_back();
        const auto found = known.find(id);
        const auto& reply =
            found != known.end() ? found->second : (known[id] = author_reply(job.request(id).user));
        for (const auto& next : job.finished({id, call_outcome::answered, reply}))
            calls.push_back(next);
    }
    return job.outcome(job_end::done);
}

double processor_ms(std::clock_t since) {
    return 1000.0 * static_cast<double>(std::clock() - since) / CLOCKS_PER_SEC;
}

/// The tokens of all reviews of a job, as they are and as they would be with all of their groups' material.
struct review_tokens {
    std::int64_t passages = 0;
    std::int64_t whole = 0;
};

review_tokens count_review_tokens(const document_text& document, int questions) {
    generation_job job(spec_of(questions), document);
    review_tokens tokens;
    std::map<int, std::int64_t> material;  // of a group, in tokens
    auto calls = job.start();
    while (!calls.empty()) {
        const auto id = calls.back();
        calls.pop_back();
        const auto user = job.request(id).user;
        const auto begin = user.find("<study_material>");
        const auto stretch = estimate_tokens(user.substr(begin, user.find("</study_material>") - begin));
        if (id.kind == call_kind::write) {
            material[id.group] = stretch;
        } else {
            tokens.passages += estimate_tokens(user);
            tokens.whole += estimate_tokens(user) - stretch + material[id.group];
        }
        for (const auto& next : job.finished({id, call_outcome::answered, author_reply(user)}))
            calls.push_back(next);
    }
    return tokens;
}

}  // namespace

void measure_pipeline(report& out) {
    const auto document = pages_of_text(100);
    replies known;
    run_job(document, 20, known);
    std::vector<double> times;
    for (int run = 0; run < runs; ++run) {
        const auto begin = std::clock();
        run_job(document, 20, known);
        times.push_back(processor_ms(begin));
    }
    out.at_most("100 pages, 20 questions: chunking, checking, selecting", median(times), 50, "ms CPU");
}

void measure_cost(report& out) {
    simulator_process claude;
    installation server(claude.url());
    const auto document = server.add_document(sample_text(60));
    for (int n : {3, 12, 20}) {
        const auto before = claude.stats().at("calls").as_int64();
        const auto test = server.wait_for_test(server.start_test(document, n));
        const auto made = test.at("questions_generated").to_number<double>();
        const std::string what = "60 pages, " + std::to_string(n) + " questions: ";
        const auto calls = static_cast<double>(claude.stats().at("calls").as_int64() - before);
        out.tell(what + "calls per accepted question", calls / made, "");
        out.tell(what + "input tokens per accepted question",
                 test.at("estimated_input_tokens").to_number<double>() / made, "");
        out.tell(what + "dollars", test.at("estimated_cost_usd").to_number<double>(), "$");
    }
    const auto reviews = count_review_tokens(pages_of_text(60), 12);
    out.tell("60 pages, 12 questions: review tokens per question", static_cast<double>(reviews.passages) / 12,
             "");
    out.tell("the same with all of the material", static_cast<double>(reviews.whole) / 12, "");
}

}  // namespace examwright::bench
