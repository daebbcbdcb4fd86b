#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <exception>

#include "core/claude/messages_api.hpp"
#include "server/config/claude_access.hpp"
#include "server/doctor/checks.hpp"

namespace examwright {

namespace asio = boost::asio;

namespace {

constexpr auto claude_patience = std::chrono::seconds(20);

finding reading_of(const http_answer& answer, const std::string& server) {
    const std::string name = "claude";
    if (answer.outcome != http_answer::transport::answered)  // Boost adds in brackets where it happened
        return error_finding(name,
                             server + " was not reached: " + answer.error.substr(0, answer.error.find(" [")),
                             read_attempt(answer).sentence);
    const auto status = server + " answered " + std::to_string(answer.status);
    switch (answer.status) {
        case 400:
        case 422: return ok_finding(name, server + " is reached and accepts the key");
        case 401:
        case 402:
        case 403: return error_finding(name, status, read_attempt(answer).sentence);
        case 404:
            return error_finding(name, status + ": there is no Messages API", "Check ANTHROPIC_BASE_URL.");
    }
    return warning_finding(name, status,
                           "Try again later; if it stays so, check ANTHROPIC_BASE_URL and the proxy.");
}

/// What there is to say without a key, or where none is used.
findings offline_findings(const config& settings) {
    if (settings.engine == "offline")
        return {ok_finding("claude", "not used: EXAMWRIGHT_ENGINE is offline")};
    return {warning_finding("claude", "there is no key: the offline author makes simple questions",
                            "Set ANTHROPIC_API_KEY, or ANTHROPIC_API_KEY_FILE.")};
}

findings ask_and_wait(const config& settings) {
    asio::io_context context(1);
    claude_client client(claude_settings_of(settings));
    findings found;
    auto ask = [&]() -> asio::awaitable<void> { found = co_await check_claude(settings, client); };
    std::exception_ptr failure;
    asio::co_spawn(context, ask(), [&](std::exception_ptr error) { failure = error; });
    context.run();
    if (failure)
        std::rethrow_exception(failure);
    return found;
}

}  // namespace

asio::awaitable<findings> check_claude(const config& settings, llm_client& client) {
    if (settings.offline())
        co_return offline_findings(settings);
    const auto answer = co_await client.send("{}", claude_patience);
    co_return findings(1, reading_of(answer, settings.base_url));
}

findings check_claude(const config& settings) {
    if (settings.offline())
        return offline_findings(settings);
    try {
        return ask_and_wait(settings);
    } catch (const std::exception& error) {
        return {error_finding("claude", error.what(), "Correct this setting.")};
    }
}

}  // namespace examwright
