#include "server/cli/simulate_command.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/program_options/options_description.hpp>
#include <boost/program_options/parsers.hpp>
#include <boost/program_options/variables_map.hpp>
#include <boost/system/system_error.hpp>
#include <csignal>
#include <iostream>
#include <utility>

#include "server/claude/simulator.hpp"

namespace examwright {

namespace asio = boost::asio;
namespace options = boost::program_options;

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

}  // namespace

int simulate_command(const std::vector<std::string>& arguments) {
    simulator_options settings;
    std::int64_t port = 0, latency = 0;
    std::string rules;
    options::options_description named(
        "examwright simulate: the Messages API on 127.0.0.1, answered by rule");
    named.add_options()("help", "says this")("port", options::value(&port)->default_value(0),
                                             "0: a free one, named on the first line")(
        "latency-ms", options::value(&latency)->default_value(0), "how long each call takes")(
        "fail", options::value(&rules), "what goes wrong, and when: see below");
    try {
        options::variables_map values;
        options::store(options::command_line_parser(arguments).options(named).run(), values);
        options::notify(values);
        if (values.contains("help")) {
            std::cout << named << "\n" << fault_rules_help << "\n";
            return 0;
        }
    } catch (const options::error& error) {
        std::cerr << error.what() << "\n" << named;
        return 2;
    }
    auto faults = fault_rules::parse(rules);
    if (!faults || latency < 0 || port < 0 || port > 65535) {
        std::cerr << (faults ? "--port takes 0 to 65535, --latency-ms 0 or more." : faults.error().detail)
                  << "\n";
        return 2;
    }
    settings.port = static_cast<std::uint16_t>(port);
    settings.faults = std::move(*faults);
    settings.latency = std::chrono::milliseconds(latency);
    return run(std::move(settings));
}

}  // namespace examwright
