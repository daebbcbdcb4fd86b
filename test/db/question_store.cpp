#include "db/question_store.hpp"

#include <boost/test/unit_test.hpp>

#include "db/generated_test_store.hpp"
#include "db/job_store.hpp"
#include "test/support/database_checks.hpp"
#include "test/support/database_fixture.hpp"

using namespace examwright;

namespace {

struct question_fixture : test::database_fixture {
    std::string asha = add_user("asha@example.org");
    std::string document = add_document(asha);
    generated_test_store tests{database};
    job_store jobs{database};
    question_store questions_of{database};
    std::string id = add_test(document, "", 4, 2);

    static question_record question(const std::string& stem) {
        question_record made;
        made.content = {stem, {"1", "2", "3", "4"}, 1, "", difficulty::easy, "general", "quote", "", 1};
        return made;
    }

    /// An ended test of so many questions and spares.
    std::string add_test(const std::string& of_document, const std::string& replaces, int questions,
                         int spares) {
        generated_test_record record;
        record.user_id = asha;
        record.document_id = of_document;
        record.target_questions = std::max(questions, 1);
        record.replaces_question = replaces;
        record.created_at = now;
        const auto made = jobs.create(record).value().id;
        generated_test_outcome outcome;
        outcome.status = questions > 0 ? "completed" : "failed";
        outcome.failure_reason = questions > 0 ? std::nullopt : std::optional<std::string>("Nothing.");
        for (int i = 0; i < questions; ++i)
            outcome.questions.push_back(question(made.substr(0, 4) + " question " + std::to_string(i)));
        for (int i = 0; i < spares; ++i)
            outcome.spares.push_back(question(made.substr(0, 4) + " spare " + std::to_string(i)));
        outcome.usage = {100, 10, 0, 0};
        outcome.cost_usd = 0.5;
        BOOST_TEST(jobs.finish(made, outcome, now));
        return made;
    }

    std::string stems() {
        std::string all;
        for (const auto& each : tests.questions(id))
            all += std::to_string(each.sort_order) + ":" + each.content.stem.substr(5) + " ";
        return all;
    }
    std::string id_at(int place) { return tests.questions(id).at(static_cast<std::size_t>(place) - 1).id; }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(question_store, question_fixture)

BOOST_AUTO_TEST_CASE(a_removed_question_gives_its_place_to_the_best_spare) {
    const auto removed = questions_of.remove(id, id_at(2), now);
    BOOST_REQUIRE(removed);
    BOOST_TEST(removed->replacement->content.stem.substr(5) == "spare 0");
    BOOST_TEST(stems() == "1:question 0 2:spare 0 3:question 2 4:question 3 ");
    questions_of.remove(id, id_at(1), now);
    BOOST_TEST(!questions_of.remove(id, id_at(1), now)->replacement);
    BOOST_TEST(stems() == "1:spare 0 2:question 2 3:question 3 ");
    BOOST_TEST(tests.find(id, asha)->questions_generated == 3);
    BOOST_TEST(!questions_of.remove(id, "none", now));
    BOOST_TEST(!questions_of.remove("none", id_at(1), now));
}

BOOST_AUTO_TEST_CASE(a_removed_question_comes_back_as_it_was_in_its_place) {
    database.exec("CREATE UNIQUE INDEX as_some_old_files ON questions (generated_test_id, sort_order)");
    auto second = *questions_of.find(id, id_at(2));
    second.validation_result = "Is it?";
    second.quality_score = 0.75;
    second = questions_of.update(second, std::nullopt, now);
    const auto first_spare = questions_of.remove(id, second.id, now)->replacement->id;
    BOOST_TEST(questions_of.successor_of(id, second.id).value()->id == first_spare);
    const auto back = questions_of.restore(id, second.id, now).value();
    BOOST_TEST(back.id == second.id);
    BOOST_TEST(*back.validation_result == "Is it?");
    BOOST_TEST(*back.quality_score == 0.75);
    BOOST_TEST(stems() == "1:question 0 2:question 1 3:question 2 4:question 3 ");
    BOOST_TEST(!questions_of.restore(id, second.id, now));
    BOOST_TEST(!questions_of.successor_of("none", first_spare));

    questions_of.restore(id, first_spare, now).value();
    BOOST_TEST(stems() == "1:question 0 2:spare 0 3:question 2 4:question 3 ");
    questions_of.replace_by_spare(id, first_spare, now);
    BOOST_TEST(!questions_of.successor_of(id, second.id).value());
    questions_of.restore(id, second.id, now).value();
    BOOST_TEST(stems() == "1:question 0 2:question 1 3:spare 1 4:question 2 5:question 3 ");
    BOOST_TEST(tests.find(id, asha)->questions_generated == 5);
    BOOST_TEST(tests.find(id, asha)->target_questions == 5);
    test::check_database(file);
}

BOOST_AUTO_TEST_CASE(a_question_that_a_small_job_replaced_comes_back_too) {
    const auto replaced = id_at(3);
    add_test(document, replaced, 1, 0);
    questions_of.restore(id, replaced, now).value();
    BOOST_TEST(stems() == "1:question 0 2:question 1 3:question 2 4:question 3 ");
}

BOOST_AUTO_TEST_CASE(questions_move_even_where_no_two_may_have_one_place) {
    database.exec("CREATE UNIQUE INDEX as_some_old_files ON questions (generated_test_id, sort_order)");
    const struct {
        int from, to;
        const char* after;
    } moves[] = {{1, 3, "1:question 1 2:question 2 3:question 0 4:question 3 "},
                 {3, 1, "1:question 0 2:question 1 3:question 2 4:question 3 "},
                 {2, 99, "1:question 0 2:question 2 3:question 3 4:question 1 "}};
    for (const auto& [from, to, after] : moves) {
        questions_of.move(*questions_of.find(id, id_at(from)), to, now);
        BOOST_TEST(stems() == after);
    }
    questions_of.move(*questions_of.find(id, id_at(2)), 2, now);
    questions_of.remove(id, id_at(2), now);
    BOOST_TEST(stems() == "1:question 0 2:spare 0 3:question 3 4:question 1 ");
    while (questions_of.remove(id, id_at(2), now)->replacement) {
    }
    BOOST_TEST(stems() == "1:question 0 2:question 3 3:question 1 ");
}

BOOST_AUTO_TEST_CASE(a_small_job_ends_in_its_question_s_place) {
    const auto place = id_at(3);
    add_test(document, place, 1, 1);
    BOOST_TEST(stems().find("3:question 0") != std::string::npos);
    BOOST_TEST(tests.list(asha, {}).total == 1);
    BOOST_TEST(*tests.find(id, asha)->input_tokens == 200);
    BOOST_TEST(*tests.find(id, asha)->cost_usd == 1.0);
    BOOST_TEST(!questions_of.find(id, place));
    int spares = 0;
    while (questions_of.remove(id, id_at(1), now)->replacement)
        ++spares;
    BOOST_TEST(spares == 3);  // its own two, and one of the job
}

BOOST_AUTO_TEST_CASE(a_small_job_without_a_question_changes_nothing_but_the_cost) {
    const auto before = stems();
    const auto job = add_test(document, id_at(3), 0, 0);
    BOOST_TEST(stems() == before);
    BOOST_TEST(*tests.find(id, asha)->input_tokens == 200);
    BOOST_TEST(*tests.find(job, asha)->failure_reason == "Nothing.");
    BOOST_TEST(tests.list(asha, {}).total == 1);
    jobs.remove_ended_replacements();
    BOOST_TEST(!tests.find(job, asha));
    BOOST_TEST(tests.find(id, asha).has_value());
}

BOOST_AUTO_TEST_CASE(a_small_job_whose_question_is_gone_goes_without_a_trace) {
    generated_test_record record;
    record.user_id = asha;
    record.document_id = document;
    record.replaces_question = id_at(4);
    record.created_at = now;
    const auto job = jobs.create(record).value().id;
    tests.remove(id, asha);
    generated_test_outcome outcome;
    outcome.status = "completed";
    outcome.questions = {question("xxxx late")};
    BOOST_TEST(jobs.finish(job, outcome, now));
    BOOST_TEST(!tests.find(job, asha));
    test::check_database(file);
}

BOOST_AUTO_TEST_CASE(a_question_knows_its_document_in_a_test_put_together_of_several) {
    const auto other_document = add_document(asha);
    const auto other = add_test(other_document, "", 1, 0);
    generated_test_record record;
    record.user_id = asha;
    record.created_at = now;
    const auto composed =
        tests.import(record, {tests.questions(other).front(), tests.questions(id).front()}).id;
    const auto documents = [&] {
        std::string all;
        for (const auto& each : tests.questions(composed))
            all += each.document_id + " ";
        return all;
    };
    BOOST_TEST(documents() == other_document + " " + document + " ");

    auto edited = tests.questions(composed).back();
    edited.content.stem = "Edited?";
    questions_of.update(edited, std::nullopt, now);
    BOOST_TEST(documents() == other_document + " " + document + " ");

    add_test(document, tests.questions(composed).front().id, 1, 1);
    BOOST_TEST(documents() == document + " " + document + " ");
    const auto replaced = tests.questions(composed).front().id;
    BOOST_TEST(questions_of.remove(composed, replaced, now)->replacement->document_id == document);
}

BOOST_AUTO_TEST_SUITE_END()
