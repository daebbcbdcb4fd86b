#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "test/support/source_rules.hpp"

namespace fs = std::filesystem;
using examwright::test::broken_rules;
using examwright::test::needs_own_header;

BOOST_AUTO_TEST_SUITE(layering)

namespace {

std::string read(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

bool is_source(const fs::path& path) {
    return path.extension() == ".cpp" || path.extension() == ".hpp";
}

/// Whether the CMakeLists.txt beside a source names it. A file that it does not name is never compiled.
bool is_listed(const fs::path& source) {
    const auto list = read(source.parent_path() / "CMakeLists.txt");
    const auto name = source.filename().string();
    for (auto at = list.find(name); at != list.npos; at = list.find(name, at + 1))
        if (list[at - 1] == ' ')
            return true;
    return false;
}

}  // namespace

BOOST_AUTO_TEST_CASE(our_sources_keep_the_rules) {
    const fs::path root = EXAMWRIGHT_SOURCE_DIR;
    std::size_t files = 0;
    for (const char* folder : {"core", "db", "server", "tools", "test"})
        for (const auto& entry : fs::recursive_directory_iterator(root / folder)) {
            if (!entry.is_regular_file() || !is_source(entry.path()))
                continue;
            const auto path = fs::relative(entry.path(), root).generic_string();
            for (const auto& broken : broken_rules(path, read(entry.path())))
                BOOST_ERROR(path + ": " + broken);
            auto header = entry.path();
            if (needs_own_header(path) && !fs::exists(header.replace_extension(".hpp")))
                BOOST_ERROR(path + ": no header of its own beside it");
            ++files;
        }
    BOOST_TEST(files > 40u);
}

BOOST_AUTO_TEST_CASE(each_source_is_listed_by_its_folder) {
    const fs::path root = EXAMWRIGHT_SOURCE_DIR;
    for (const char* folder : {"core", "db", "server", "tools/extract"})
        for (const auto& entry : fs::recursive_directory_iterator(root / folder))
            if (entry.path().extension() == ".cpp")
                BOOST_TEST(is_listed(entry.path()),
                           "not in its folder's CMakeLists.txt: " << fs::relative(entry.path(), root));
}

BOOST_AUTO_TEST_CASE(wrong_includes_are_found) {
    const auto count = [](const char* path, const char* source) { return broken_rules(path, source).size(); };
    BOOST_TEST(count("core/text/x.cpp", "#include \"db/database.hpp\"\n") == 1u);
    BOOST_TEST(count("core/question/x.hpp", "#pragma once\n#include <boost/asio/post.hpp>\n") == 1u);
    BOOST_TEST(count("core/question/x.hpp", "#  include <SQLiteCpp/Database.h>\n#include <sqlite3.h>\n") ==
               2u);
    BOOST_TEST(count("core/question/x.hpp", "#include \"core/text/words.hpp\"\n#include <string>\n") == 0u);
    BOOST_TEST(count("db/x.cpp", "#include \"server/runtime/log.hpp\"\n#include <boost/beast/core.hpp>\n") ==
               2u);
    BOOST_TEST(count("db/x.cpp", "#include \"core/text/words.hpp\"\n#include <SQLiteCpp/Database.h>\n") ==
               0u);
    BOOST_TEST(
        count("server/routes/x.cpp", "#include \"db/database.hpp\"\n#include <boost/asio/post.hpp>\n") == 0u);
}

BOOST_AUTO_TEST_CASE(a_folder_includes_only_folders_to_its_left) {
    const auto count = [](const char* path, const char* included) {
        return broken_rules(path, "#include \"" + std::string(included) + "\"\n").size();
    };
    BOOST_TEST(count("core/document/x.cpp", "core/text/words.hpp") == 0u);
    BOOST_TEST(count("core/document/x.cpp", "core/document/lines.hpp") == 0u);
    BOOST_TEST(count("core/text/x.cpp", "core/language/language.hpp") == 1u);
    BOOST_TEST(count("core/document/x.cpp", "core/language/language.hpp") == 1u);  // side by side
    BOOST_TEST(count("core/claude/x.cpp", "core/generation/prompts.hpp") == 1u);
    BOOST_TEST(count("core/problem.hpp", "core/text/words.hpp") == 1u);
    BOOST_TEST(count("core/flaws/x.cpp", "core/text/words.hpp") == 1u);  // a folder that nobody has placed
    BOOST_TEST(count("db/database.cpp", "db/legacy/adoption.hpp") == 1u);
    BOOST_TEST(count("db/legacy/adoption.cpp", "db/database.hpp") == 0u);
    BOOST_TEST(count("server/app.hpp", "server/engine.hpp") == 0u);
    BOOST_TEST(count("server/documents/x.cpp", "server/routes/documents.hpp") == 1u);
}

BOOST_AUTO_TEST_CASE(a_source_has_a_header_of_its_own) {
    BOOST_TEST(needs_own_header("core/document/sentences.cpp"));
    BOOST_TEST(needs_own_header("tools/extract/options.cpp"));
    for (const char* exempt :
         {"core/text/words.hpp", "core/language/hindi.cpp", "server/main.cpp", "test/core/layering.cpp"})
        BOOST_TEST(!needs_own_header(exempt), exempt);
}

BOOST_AUTO_TEST_CASE(awaiting_in_a_condition_is_found) {
    for (const char* bad : {
             "if (co_await f()) g();",
             "if (!x && co_await f(a, (b)))\n    g();",
             "while (\n    co_await f()) g();",
             "switch (co_await f()) {}",
             "else if (a(b) || co_await f()) g();",
             "if (auto x = f(); co_await g(x)) h();",
             "auto x = a ? co_await f() : b;",
             "co_return co_await f(a ? b : c);",
         })
        BOOST_TEST(broken_rules("server/jobs/x.cpp", bad).size() == 1u, bad);
}

BOOST_AUTO_TEST_CASE(awaiting_elsewhere_is_fine) {
    for (const char* good : {
             "auto x = co_await f(a, b);\nif (x) g();",
             "if (auto x = co_await f(); x) g();",
             "co_return co_await f();",
             "// if (co_await f())\n/* while (co_await g()) */",
             "log(\"if (co_await f())\");\nauto c = a ? b : d;\nco_await f();",
             "int n = 1'000; if (n) { co_await f(); } // it's",
             "auto s = R\"(if (co_await f()) \" )\"; x();",
             "for (int i = 0; i < n; ++i) { co_await f(i); }",
         })
        BOOST_TEST(broken_rules("server/jobs/x.cpp", good).size() == 0u, good);
}

BOOST_AUTO_TEST_CASE(long_files_are_found) {
    BOOST_TEST(broken_rules("core/text/x.cpp", std::string(301, '\n')).size() == 1u);
    BOOST_TEST(broken_rules("core/text/x.cpp", std::string(300, '\n')).empty());
    BOOST_TEST(broken_rules("test/core/x.cpp", std::string(301, '\n')).empty());
}

BOOST_AUTO_TEST_SUITE_END()
