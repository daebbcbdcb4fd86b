#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/test/unit_test.hpp>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <optional>
#include <string>
#include <utility>

#include "server/extract/process_extractor.hpp"
#include "test/support/run_coroutine.hpp"
#include "test/support/temporary_folder.hpp"

namespace examwright::test {

/// Reads documents by the real process, as the server does.
struct extractor_fixture {
    temporary_folder folder;
    boost::asio::io_context context{1};
    logger log{log_level::error};
    extraction_limits limits;
    std::string pages;  // asked for; empty: all

    std::filesystem::path write(const std::string& name, const std::string& content) {
        const std::filesystem::path file = folder.path() / name;
        std::ofstream(file, std::ios::binary) << content;
        return file;
    }

    /// A program that takes the extractor's place.
    extraction_sandbox script(const std::string& body) {
        extraction_sandbox stand_in;
        stand_in.program = write("script", "#!/bin/sh\ncd '" + folder.path().string() + "'\n" + body + "\n");
        std::filesystem::permissions(stand_in.program, std::filesystem::perms::owner_all);
        return stand_in;
    }

    result<extraction_report> extract(const std::string& content, const std::string& type,
                                      std::optional<extraction_sandbox> sandbox = {}) {
        examwright::process_extractor extractor(sandbox ? *sandbox : probe_sandbox(EXAMWRIGHT_EXTRACT_BINARY),
                                                limits, log);
        std::optional<result<extraction_report>> outcome;
        const std::filesystem::path file = write("document", content);
        auto run = [&]() -> boost::asio::awaitable<void> {
            extraction_request request{file, type, pages};
            outcome = co_await extractor.extract(std::move(request));
        };
        run_coroutine(context, run());
        return *outcome;
    }

    void fails(const std::string& content, const std::string& type, const std::string& why) {
        const auto outcome = extract(content, type);
        BOOST_TEST_REQUIRE(outcome.has_error());
        BOOST_TEST(outcome.error().detail.find(why) != std::string::npos, outcome.error().detail);
        BOOST_TEST(outcome.error().detail.ends_with("."));
    }

    void wait_for(const std::filesystem::path& file) {
        while (!std::filesystem::exists(file)) {
            context.restart();
            context.run_for(std::chrono::milliseconds(5));
        }
    }
};

}  // namespace examwright::test
