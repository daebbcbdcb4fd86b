#include "server/cli/serve_command.hpp"

#include <malloc.h>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/signal_set.hpp>
#include <exception>
#include <iostream>
#include <utility>

#include "server/app.hpp"
#include "server/config/command_line.hpp"
#include "server/config/settings.hpp"
#include "server/config/settings_help.hpp"
#include "server/runtime/service_notifier.hpp"

namespace examwright {

namespace asio = boost::asio;

namespace {

constexpr std::string_view usage =
    "Usage: examwright serve [settings]\n\nRuns the server. A setting is a flag or an environment variable; "
    "a flag goes "
    "first. In brackets the value in force:\n\n";

constexpr std::string_view exit_codes =
    "\nExit codes: 0 stopped by a signal; 1 it can't run, the reason is on stderr; 2 wrong use, or a setting "
    "that can't be used.\n";

void show_setup_link(const app& application, logger& log) {
    const auto& setup = application.setup();
    if (setup.value.empty())
        return;
    const auto link = setup.link(application.public_address());
    std::cout << "Create the first account, the admin's, at " << link
              << "\nor with this set-up token, as setup_token: " << setup.value << "\n";
    log.info("there is no account yet: open the set-up link", {{"link", link}});
}

void greet(const app& application, const config& settings, const std::string& address) {
    std::cout << "listening on " << address << "\n";
    if (settings.offline())
        std::cout << (settings.api_key.empty() ? "There is no ANTHROPIC_API_KEY"
                                               : "EXAMWRIGHT_ENGINE is offline")
                  << ", so the offline author writes the questions.\n";
    else
        std::cout << "Questions are written by " << application.model() << ".\n";
}

}  // namespace

int serve_command(const std::vector<std::string>& arguments) {
    if (arguments == std::vector<std::string>{"--help-markdown"}) {
        std::cout << settings_as_markdown();
        return 0;
    }
    auto flags = arguments;
    const bool help = std::erase(flags, "--help") + std::erase(flags, "-h") > 0;
    config settings;
    try {
        settings = read_config(flags);
    } catch (const config_error& e) {
        return wrong_use("serve", e.what());
    }
    if (help) {
        std::cout << usage << describe_config(settings) << exit_codes;
        return 0;
    }
    logger log(log_level::info, settings.log_json ? logger::format::json : logger::format::text);
    asio::io_context context(1);
    asio::signal_set signals(context, SIGINT, SIGTERM);  // before anybody can know that it runs
    app application(context, settings, log);
    service_notifier service(context.get_executor(), take_service_manager());
    greet(application, settings, application.start());
    show_setup_link(application, log);
    std::cout.flush();
    malloc_trim(0);  // what only the start needed goes back to the system
    service.ready();

    int exit_code = 0;
    auto on_stopped = [&](std::exception_ptr error) {
        service.end();
        if (!error)
            return;
        exit_code = 1;
        try {
            std::rethrow_exception(error);
        } catch (const std::exception& e) {
            log.error("the server did not stop cleanly", {{"error", e.what()}});
        }
    };
    bool stopping = false;
    auto stop = [&] {
        if (std::exchange(stopping, true))
            return;
        service.stopping();
        signals.clear();  // a second signal ends the program at once
        signals.cancel();
        auto end = application.stop();
        asio::co_spawn(context, std::move(end), on_stopped);
    };
    auto on_signal = [&](boost::system::error_code error, int number) {
        if (error)
            return;
        log.info("stopping", {{"signal", number}});
        stop();
    };
    application.on_failure([&] {
        exit_code = 1;  // so that a supervisor starts it again
        stop();
    });
    signals.async_wait(on_signal);
    context.run();
    log.info("stopped");
    return exit_code;
}

}  // namespace examwright
