#include "server/cli/generate_command.hpp"

#include <unistd.h>

#include <algorithm>
#include <boost/asio/bind_cancellation_slot.hpp>
#include <boost/asio/cancellation_signal.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>
#include <boost/program_options/value_semantic.hpp>
#include <boost/program_options/variables_map.hpp>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <variant>

#include "core/document/document_text.hpp"
#include "core/document/document_type.hpp"
#include "core/text/words.hpp"
#include "db/document_store.hpp"
#include "db/generated_test_store.hpp"
#include "db/job_store.hpp"
#include "db/status_reader.hpp"
#include "db/user_store.hpp"
#include "server/api/export_formats.hpp"
#include "server/api/generated_test_json.hpp"
#include "server/cli/generated_test_printer.hpp"
#include "server/cli/progress_printer.hpp"
#include "server/cli/scratch_folder.hpp"
#include "server/cli/stream_input.hpp"
#include "server/config/command_line.hpp"
#include "server/config/config.hpp"
#include "server/engine.hpp"
#include "server/jobs/generation_order.hpp"

namespace examwright {

namespace asio = boost::asio;
namespace po = boost::program_options;
using namespace std::chrono_literals;

namespace {

struct generate_options {
    std::filesystem::path file;
    generation_order order;
    std::string format;  // text, json or an export's
};

document_record describe_file(const generate_options& options, const std::string& user, document_type type) {
    document_record document;
    document.id = new_id();
    document.user_id = user;
    document.source_type = name_of(type);
    document.title = options.file.stem().string();
    document.status = "processing";
    document.created_at = document.updated_at = system_now();
    return document;
}

result<document_type> type_of(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    if (!in)
        return not_found("there is no readable file " + file.string());
    document_sample sample;
    std::string piece(document_tail_bytes, '\0');
    while (in.read(piece.data(), static_cast<std::streamsize>(piece.size())) || in.gcount() > 0)
        sample.add(std::string_view(piece).substr(0, static_cast<std::size_t>(in.gcount())));
    return detect_document_type(sample, file.filename().string());
}

/// Reads the file into the database; returns the pending test.
asio::awaitable<result<generated_test_record>> prepare(engine& parts, const generate_options& options) {
    const auto type = type_of(options.file);
    if (!type)
        co_return type.error();
    extraction_request request;
    request.file = std::filesystem::absolute(options.file);
    request.source_type = name_of(*type);
    auto text = co_await parts.extractor.extract(std::move(request));
    if (!text)
        co_return text.error();
    const auto words = count_words(text->text);
    if (words < minimum_words)
        co_return invalid("the document has " + std::to_string(words) + " words; a test needs at least " +
                          std::to_string(minimum_words));
    const auto pages = chosen_pages(options.order, text->text);
    if (!pages)
        co_return pages.error();
    auto store = [&](SQLite::Database& db) -> result<generated_test_record> {
        const auto user = user_store(db).create_first("generate@localhost", "*", system_now());
        if (!user)
            return user.error();
        const auto document = describe_file(options, user->id, *type);
        document_store documents(db);
        documents.insert(document);
        documents.set_ready(document.id, content_of(*text), system_now());
        return job_store(db).create(new_test(options.order, document, parts.model(), system_now()));
    };
    co_return co_await parts.database.run(std::move(store));
}

struct finished_test {
    generated_test_record test;
    std::vector<question_record> questions;
    std::string page_name;  // of its document
};

asio::awaitable<finished_test> follow(engine& parts, status_reader& status, generated_test_record test) {
    parts.jobs.start(test);
    progress_printer progress;
    for (bool ended = false; !ended;) {
        if (const auto now = status.status_of_test(test.id, test.user_id))
            progress.show(*now);
        ended = co_await parts.jobs.wait_until_ended(test.id, 100ms);
    }
    if (const auto now = status.status_of_test(test.id, test.user_id))
        progress.show(*now);
    auto load = [&](SQLite::Database& db) {
        generated_test_store tests(db);
        return finished_test{tests.find(test.id, test.user_id).value_or(test), tests.questions(test.id),
                             document_store(db).page_name(test.document_id)};
    };
    co_return co_await parts.database.run(std::move(load));
}

void print(const generate_options& options, const finished_test& finished) {
    if (finished.test.failure_reason)
        std::cerr << "examwright generate: " << *finished.test.failure_reason << "\n";
    if (options.format == "text") {
        std::cout << print_test(finished.test, finished.questions, finished.page_name);
        return;
    }
    if (options.format != "json") {
        if (finished.questions.empty())
            return;
        std::cout << find_export_format(options.format)
                         ->write(normalized_for_export(
                             exported(finished.test, finished.questions, finished.page_name)));
        return;
    }
    std::cout << boost::json::serialize(test_json(finished.test, false, questions_json(finished.questions)))
              << "\n";
}

asio::awaitable<int> generate(engine& parts, status_reader& status, generate_options options,
                              std::string& running_test) {
    const auto test = co_await prepare(parts, options);
    if (!test) {
        std::cerr << "examwright generate: " << test.error().detail << "\n";
        co_return 1;
    }
    running_test = test->id;
    const auto finished = co_await follow(parts, status, *test);
    print(options, finished);
    co_return finished.test.status == "completed" ? 0 : 1;
}

int run(generate_options options, config settings) {
    if (settings.offline() && settings.engine != "offline")
        std::cerr << "There is no ANTHROPIC_API_KEY, so the offline author writes the questions.\n";
    const scratch_folder folder;
    if (is_stream(options.file))
        options.file = copy_stream(options.file, folder.path());
    settings.data = folder.path();
    logger log(log_level::error);
    asio::io_context context(1);
    engine parts(context, settings, log);
    status_reader status(settings.database_file());
    asio::signal_set signals(context, SIGINT, SIGTERM, SIGHUP);
    asio::cancellation_signal give_up;
    std::string running_test;
    bool stopped = false;
    signals.async_wait([&](boost::system::error_code error, int) {
        if (error)
            return;
        signals.clear();  // a second one ends the program at once
        stopped = true;
        if (running_test.empty())
            give_up.emit(asio::cancellation_type::terminal);
        else
            parts.jobs.cancel(running_test);  // which prints what it has
    });
    int exit_code = 1;
    std::exception_ptr failure;
    auto on_closed = [&](std::exception_ptr error) {
        if (error && !failure)
            failure = error;
    };
    auto on_end = [&](std::exception_ptr error, int code) {
        failure = error;
        exit_code = code;
        signals.cancel();
        auto close = parts.stop(0s);
        asio::co_spawn(context, std::move(close), on_closed);
    };
    auto whole = generate(parts, status, options, running_test);
    asio::co_spawn(context, std::move(whole), asio::bind_cancellation_slot(give_up.slot(), on_end));
    context.run();
    if (failure && stopped) {
        std::cerr << "examwright generate: stopped before there was a test\n";
        return 1;
    }
    if (failure)
        std::rethrow_exception(failure);
    return exit_code;
}

command_form generate_form() {
    command_form form;
    form.name = "generate";
    form.arguments = {"FILE"};
    form.about =
        "Makes a test of a PDF, a text or a Markdown file and prints it; FILE - is standard input. Nothing "
        "is kept.\n"
        "The settings of serve hold here, too: examwright serve --help";
    form.options.add_options()("questions,n", po::value<int>()->default_value(12),
                               "how many questions: 1 to 20")(
        "difficulty", po::value<std::string>()->default_value("medium"), "easy, medium or hard")(
        "focus", po::value<std::string>(), "what the questions are to be about: \"enzymes\"")(
        "pages", po::value<std::string>(), "the only pages that are used: 12-30 or \"3, 5-7\"")(
        "language", po::value<std::string>(), "of the questions; else the document's own")(
        "format", po::value<std::string>()->default_value("text"),
        "text, json, or a file for a program: gift, moodle-xml, docx ...");
    form.exit_codes =
        "Exit codes: 0 the whole test; 1 a part of it or none, the reason is on stderr; 2 wrong use.";
    form.settings.add(config_flags());
    return form;
}

/// By the same rules as the body of POST /tests/generate.
generation_order read_order(const po::variables_map& given) {
    boost::json::object body{{"num_questions", given["questions"].as<int>()}};
    for (const char* name : {"difficulty", "focus", "pages", "language"})
        if (given.count(name))
            body[name] = given[name].as<std::string>();
    const auto order = read_generation_order(json_body::parse(boost::json::serialize(body)).value());
    if (!order)
        throw config_error(order.error().detail);
    return *order;
}

bool is_binary(const export_format& format) {
    return !format.media_type.starts_with("text/") && !format.media_type.ends_with("xml") &&
           !format.media_type.ends_with("json");
}

generate_options read_options(const command_input& input) {
    generate_options options;
    options.file = input.arguments[0];
    options.order = read_order(input.options);
    options.format = input.text("format");
    if (options.format == "text" || options.format == "json")
        return options;
    const auto format = find_export_format(options.format);
    if (!format)
        throw config_error("--format must be text or one of " + export_format_names());
    if (is_binary(*format) && isatty(STDOUT_FILENO))
        throw config_error("a terminal can't show " + options.format + ": add > FILE." +
                           std::string(format->file_ending));
    return options;
}

}  // namespace

int generate_command(const std::vector<std::string>& arguments) {
    const auto read = read_command_line(generate_form(), arguments);
    const auto* input = std::get_if<command_input>(&read);
    if (!input)
        return std::get<int>(read);
    generate_options options;
    config settings;
    try {
        options = read_options(*input);
        settings = read_config(input->options);
    } catch (const config_error& error) {
        return wrong_use("generate", error.what());
    }
    return run(options, settings);
}

}  // namespace examwright
