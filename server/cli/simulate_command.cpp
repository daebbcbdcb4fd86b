#include "server/cli/simulate_command.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/program_options/value_semantic.hpp>
#include <boost/system/system_error.hpp>
#include <csignal>
#include <iostream>
#include <utility>
#include <variant>

#include "server/config/command_line.hpp"
#include "server/simulator/simulator.hpp"

namespace examwright {

namespace asio = boost::asio;
namespace po = boost::program_options;

namespace {

asio::awaitable<void> serve_until_signal(asio::io_context& context, simulator& api) {
    asio::signal_set signals(context, SIGINT, SIGTERM);
    const auto port = api.listen();
    std::cout << "listening on http://127.0.0.1:" << port << std::endl;
    co_await signals.async_wait(asio::use_awaitable);
    co_await api.stop();
}

int run(simulator_options settings) {
    logger log(log_level::warning);
    asio::thread_pool pool(2);
    asio::io_context context(1);
    simulator api(context.get_executor(), pool, log, std::move(settings));
    int code = 0;
    auto on_end = [&](std::exception_ptr error) {
        try {
            if (error)
                std::rethrow_exception(error);
        } catch (const boost::system::system_error& e) {
            std::cerr << "The simulator can't run on this port: " << e.code().message() << ".\n";
            code = 1;
        }
        context.stop();
    };
    auto task = serve_until_signal(context, api);
    asio::co_spawn(context, std::move(task), on_end);
    context.run();
    pool.join();
    return code;
}

command_form simulate_form() {
    command_form form;
    form.name = "simulate";
    form.about =
        "Serves a simulator of the Messages API on 127.0.0.1, which answers by rule, for tests and trials.";
    form.options.add_options()("port", po::value<std::int64_t>()->default_value(0),
                               "0: a free one, named on the first line")(
        "latency-ms", po::value<std::int64_t>()->default_value(0), "how long each call takes")(
        "fail", po::value<std::string>()->default_value(""), "what goes wrong, and when: see below");
    form.exit_codes = std::string(fault_rules_help) +
                      "\n\nExit codes: 0 stopped by a signal; 1 it can't have the port; 2 wrong use.";
    return form;
}

int simulate(const command_input& input) {
    const auto port = input.options["port"].as<std::int64_t>();
    const auto latency = input.options["latency-ms"].as<std::int64_t>();
    auto faults = fault_rules::parse(input.text("fail"));
    if (!faults)
        return wrong_use("simulate", faults.error().detail);
    if (latency < 0 || port < 0 || port > 65535)
        return wrong_use("simulate", "--port takes 0 to 65535, --latency-ms 0 or more");
    simulator_options settings;
    settings.port = static_cast<std::uint16_t>(port);
    settings.faults = std::move(*faults);
    settings.latency = std::chrono::milliseconds(latency);
    return run(std::move(settings));
}

}  // namespace

int simulate_command(const std::vector<std::string>& arguments) {
    const auto read = read_command_line(simulate_form(), arguments);
    const auto* input = std::get_if<command_input>(&read);
    return input ? simulate(*input) : std::get<int>(read);
}

}  // namespace examwright
