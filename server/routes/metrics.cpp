#include "server/routes/metrics.hpp"

#include <memory>
#include <string>
#include <system_error>
#include <utility>

#include "server/runtime/process_metrics.hpp"
#include "server/runtime/run_on.hpp"
#include "server/runtime/version.hpp"

namespace examwright {

namespace asio = boost::asio;
using boost::beast::http::verb;

namespace {

/// The file that is written ahead of the database counts to it.
double bytes_of_database(const std::filesystem::path& file) {
    double sum = 0;
    for (const char* ending : {"", "-wal"}) {
        std::error_code missing;
        const auto bytes = std::filesystem::file_size(file.string() + ending, missing);
        sum += missing ? 0 : static_cast<double>(bytes);
    }
    return sum;
}

std::string from_the_disk(const std::filesystem::path& database_file) {
    exposition out;
    out.gauge("examwright_database_size_bytes", "The database's files.", bytes_of_database(database_file));
    write_process_metrics(out);
    return std::move(out).text();
}

asio::awaitable<http_response> scrape(metrics_routes_parts& parts) {
    exposition out;
    out.family("examwright_build_info", "gauge", "1; the version is a label.");
    out.sample(1, {{"version", std::string(product_version())}});
    co_await parts.write(out);
    auto read = [file = parts.database_file] { return from_the_disk(file); };
    const auto rest = co_await run_on(parts.workers, std::move(read));
    http_response response;
    response.content_type = exposition::content_type;
    response.body = std::move(out).text() + rest;
    co_return response;
}

}  // namespace

std::vector<route> metrics_routes(metrics_routes_parts parts, route_access access) {
    auto handle = [shared = std::make_shared<metrics_routes_parts>(std::move(parts))](http_request&) {
        return scrape(*shared);
    };
    return {{verb::get, "/metrics", access, route_body::small, "Figures for Prometheus", std::move(handle)}};
}

}  // namespace examwright
