#include "db/document_store.hpp"

#include <boost/test/unit_test.hpp>

#include "db/generated_test_store.hpp"
#include "db/job_store.hpp"
#include "test/support/database_fixture.hpp"
#include "test/support/old_database.hpp"

using namespace examwright;

namespace {

struct document_fixture : test::database_fixture {
    std::string asha = add_user("asha@example.org");
    std::string ben = add_user("ben@example.org");
    examwright::document_store documents{database};
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(document_store, document_fixture)

BOOST_AUTO_TEST_CASE(a_document_comes_back_as_it_was_put_in) {
    document_record put;
    put.id = new_id();
    put.user_id = asha;
    put.source_type = "markdown";
    put.filename = "Flüsse \"1\".md";
    put.file_path = "uploads/x";
    put.file_size_bytes = 5'000'000'000;
    put.title = "Flüsse";
    put.status = "processing";
    put.target_questions = 12;
    put.created_at = now;
    put.updated_at = after(1);
    documents.insert(put);
    const auto found = documents.find(put.id, asha);
    BOOST_REQUIRE(found);
    BOOST_TEST(found->source_type == "markdown");
    BOOST_TEST(*found->filename == *put.filename);
    BOOST_TEST(*found->file_path == "uploads/x");
    BOOST_TEST(*found->file_size_bytes == 5'000'000'000);
    BOOST_TEST(*found->title == "Flüsse");
    BOOST_TEST(found->status == "processing");
    BOOST_TEST(*found->target_questions == 12);
    BOOST_TEST(!found->failure_reason);
    BOOST_TEST(!found->page_count);
    BOOST_TEST((found->created_at == now));
    BOOST_TEST((found->updated_at == after(1)));
    BOOST_TEST(*documents.text(put.id) == "");
}

BOOST_AUTO_TEST_CASE(what_is_anothers_is_not_found) {
    const auto id = add_document(asha);
    BOOST_TEST(!documents.find(id, ben));
    BOOST_TEST(!documents.remove(id, ben, now));
    BOOST_TEST(documents.list(ben, {}).total == 0);
    BOOST_TEST(documents.find(id, asha).has_value());
}

BOOST_AUTO_TEST_CASE(the_text_comes_with_its_counts) {
    const auto id = add_document(asha);
    const std::string text = "Page one.\fPage two, with a NUL:" + std::string(1, '\0') + ".";
    documents.set_progress(id, 1, 2, after(4));
    BOOST_TEST(*documents.find(id, asha)->pages_done == 1);
    BOOST_TEST(*documents.find(id, asha)->pages_total == 2);
    const document_content content{.text = text,
                                   .structure = "p0-9 h10-12",
                                   .characters = 33,
                                   .words = 8,
                                   .pages = 2,
                                   .page_name = "slide",
                                   .used_ocr_pages = 1,
                                   .ocr_pages = "2",
                                   .unread_pages = "1"};
    documents.set_ready(id, content, after(5));
    BOOST_TEST(*documents.text(id) == text);
    const auto found = documents.find(id, asha);
    BOOST_TEST(found->status == "ready");
    BOOST_TEST(*found->character_count == 33);
    BOOST_TEST(*found->word_count == 8);
    BOOST_TEST(*found->page_count == 2);
    BOOST_TEST(*found->used_ocr_pages == 1);
    BOOST_TEST(found->ocr_pages == "2");
    BOOST_TEST(found->unread_pages == "1");
    BOOST_TEST(found->page_name == "slide");
    BOOST_TEST(*found->pages_done == 2);
    BOOST_TEST(documents.structure(id) == "p0-9 h10-12");
    BOOST_TEST((found->updated_at == after(5)));
}

BOOST_AUTO_TEST_CASE(a_failure_keeps_its_reason) {
    const auto id = add_document(asha);
    documents.set_failed(id, "It has no text.", after(5));
    BOOST_TEST(documents.find(id, asha)->status == "extraction_failed");
    BOOST_TEST(*documents.find(id, asha)->failure_reason == "It has no text.");
}

BOOST_AUTO_TEST_CASE(a_removed_document_stays_gone) {
    const auto id = add_document(asha);
    BOOST_TEST(documents.remove(id, asha, now));
    BOOST_TEST(!documents.remove(id, asha, now));
    BOOST_TEST(!documents.text(id));
    BOOST_TEST(documents.ids_of(asha).empty());
}

BOOST_AUTO_TEST_CASE(a_removed_document_leaves_its_tests_and_no_text) {
    const auto id = add_document(asha);
    documents.set_ready(id, {.text = "secret text", .structure = "p0-11"}, now);
    generated_test_record test;
    test.user_id = asha;
    test.document_id = id;
    test.created_at = now;
    const auto made = job_store(database).create(test).value().id;
    BOOST_TEST(documents.remove(id, asha, now));
    BOOST_TEST(!documents.remove(id, asha, now));
    documents.set_ready(id, {.text = "text"}, now);
    documents.set_failed(id, "late", now);
    BOOST_TEST(!documents.find(id, asha));
    BOOST_TEST(documents.list(asha, {}).total == 0);
    BOOST_TEST(*documents.text(id) == "");
    BOOST_TEST(documents.structure(id) == "");
    BOOST_TEST(generated_test_store(database).list(asha, {}).total == 1);
    BOOST_TEST(job_store(database).create(test).has_error());
    BOOST_TEST(generated_test_store(database).remove(made, asha));
    BOOST_TEST(documents.ids_of(asha).empty());  // nobody needs the row any more
}

BOOST_AUTO_TEST_CASE(pages_are_newest_first_and_do_not_overlap) {
    std::string newest;
    for (int i = 0; i < 5; ++i) {
        document_record document;
        document.id = newest = new_id();
        document.user_id = asha;
        document.source_type = "pdf";
        document.status = "ready";
        document.created_at = document.updated_at = after(i < 4 ? 0 : 10);
        documents.insert(document);
    }
    std::vector<std::string> ids;
    for (const int offset : {0, 2, 4})
        for (const auto& document : documents.list(asha, {2, offset}).items)
            ids.push_back(document.id);
    BOOST_TEST(ids.size() == 5u);
    BOOST_TEST(ids.front() == newest);
    std::ranges::sort(ids);
    BOOST_TEST((std::ranges::adjacent_find(ids) == ids.end()));
    BOOST_TEST(documents.list(asha, {2, 4}).total == 5);
    BOOST_TEST(documents.list(asha, {2, 9}).items.empty());
}

BOOST_AUTO_TEST_CASE(what_a_stop_interrupted_is_known) {
    const auto id = add_document(asha);
    documents.set_ready(add_document(ben), {.text = "x"}, now);
    const auto left = documents.unfinished();
    BOOST_REQUIRE(left.size() == 1u);
    BOOST_TEST(left[0].id == id);
}

BOOST_AUTO_TEST_CASE(documents_of_the_old_service_can_be_read) {
    using test::old_database;
    const auto old_file = folder.path() / "old.db";
    old_database{.revision = 5}.make(old_file);
    auto old = open_writer(old_file);
    migrator(old).up();
    examwright::document_store old_documents(old);
    BOOST_TEST(old_documents.list(old_database::asha, {}).total == 2);
    BOOST_TEST(*old_documents.text(old_database::pdf) == "The Nile flows north.");
    BOOST_TEST(*old_documents.find(old_database::pdf, old_database::asha)->target_questions == 12);
    BOOST_TEST(!old_documents.find(old_database::pdf, old_database::asha)->page_count);
}

BOOST_AUTO_TEST_SUITE_END()
