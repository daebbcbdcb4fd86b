#include "server/engine.hpp"

#include <functional>
#include <future>
#include <stdexcept>

#include "core/claude/price.hpp"
#include "db/migrator.hpp"
#include "server/config/claude_access.hpp"
#include "server/config/data_folder.hpp"
#include "server/documents/upload_file.hpp"
#include "server/runtime/token.hpp"

namespace examwright {

namespace asio = boost::asio;

namespace {

const std::filesystem::path& prepare_folder(const config& settings) {
    make_data_folder(settings.data);
    return settings.data;
}

std::filesystem::path prepare_database(const config& settings, logger& log) {
    prepare_upload_folder(settings.uploads());
    const auto file = settings.database_file();
    auto database = open_writer(file);
    migrator steps(database);
    for (const auto& number : steps.up())
        log.info("migrated the database", {{"to", number}});
    for (const auto& remark : steps.remarks())
        log.warning("took over a database of the old service", {{"odd", remark}});
    if (const auto strays = sweep_uploads(database, settings.data); strays > 0)
        log.warning("removed uploaded files that belong to no document", {{"files", strays}});
    return file;
}

job_settings settings_of_jobs(const config& settings, const std::string& model) {
    job_settings jobs;
    jobs.messages.model = model;
    jobs.messages.effort = settings.effort;
    jobs.review_effort = settings.review_effort;
    return jobs;
}

extraction_sandbox sandbox_for(const config& settings) {
    auto sandbox = probe_sandbox(extractor_beside_this_program());
    if (settings.sandbox == "required" && !sandbox.is_strong())
        throw std::runtime_error(
            "EXAMWRIGHT_SANDBOX=required demands bubblewrap, or Landlock and seccomp together, but this "
            "machine has "
            "only: " +
            sandbox.description() + ". Install bubblewrap, or allow user namespaces.");
    return sandbox;
}

extraction_limits limits_of(const config& settings) {
    extraction_limits limits;
    limits.pages = static_cast<int>(settings.max_pages);
    limits.characters = static_cast<std::size_t>(settings.max_characters);
    limits.ocr = settings.ocr == "auto";
    limits.ocr_languages = settings.ocr_languages;
    return limits;
}

}  // namespace

timestamp system_now() {
    return std::chrono::time_point_cast<std::chrono::microseconds>(std::chrono::system_clock::now());
}

engine::engine(asio::io_context& context, const config& settings, logger& log)
    : model_(settings.offline() ? std::string(offline_model) : settings.model),
      lock_(prepare_folder(settings)),
      sandbox_(std::async(std::launch::async, sandbox_for, std::cref(settings))),
      database(prepare_database(settings, log)),
      client_(client_settings(context, settings, log)),
      slots_(static_cast<std::size_t>(settings.calls_at_once)),
      jobs({asio::make_strand(context), database, workers, client_, slots_, log,
            settings_of_jobs(settings, model_), system_now}),
      extractor(sandbox_.get(), limits_of(settings), log),
      intake({context.get_executor(), database, extractor, settings.data, system_now, log,
              settings.keep_uploads == "yes"}),
      housekeeper_({context.get_executor(),
                    database,
                    workers,
                    settings.data,
                    {settings.upload_days, settings.test_days},
                    system_now,
                    log}) {}

/// Without a key the offline author answers, on a loopback port of this process and behind a key of its own.
claude_settings engine::client_settings(asio::io_context& context, const config& settings, logger& log) {
    auto client = claude_settings_of(settings);
    if (!settings.offline())
        return client;
    simulator_options author;
    author.key = client.api_key = new_token();
    offline_author_.emplace(context.get_executor(), workers, log, author);
    client.base_url = "http://127.0.0.1:" + std::to_string(offline_author_->listen());
    const std::string reason =
        settings.api_key.empty() ? "no ANTHROPIC_API_KEY" : "EXAMWRIGHT_ENGINE is offline";
    log.warning(reason + ": the offline author makes fill-in questions from the document's own sentences");
    return client;
}

asio::awaitable<void> engine::resume() {
    co_await jobs.resume_unfinished();
    co_await intake.resume();
    housekeeper_.start();
}

asio::awaitable<void> engine::stop(std::chrono::steady_clock::duration grace) {
    co_await housekeeper_.stop();
    co_await intake.stop();
    co_await jobs.stop(grace);
    if (offline_author_)
        co_await offline_author_->stop();
}

}  // namespace examwright
