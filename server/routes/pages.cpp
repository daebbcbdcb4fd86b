#include "server/routes/pages.hpp"

#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

#include "server/web/front_page.hpp"

namespace examwright {

namespace asio = boost::asio;
using boost::beast::http::verb;

namespace {

route_handler always(http_response response) {
    return [response = std::move(response)](http_request&) -> asio::awaitable<http_response> {
        co_return response;
    };
}

}  // namespace

std::vector<route> page_routes(const std::string& model) {
    http_response page;
    page.content_type = "text/html; charset=utf-8";
    page.body = front_page(model);
    const auto health = json_response(
        200, boost::json::object{{"status", "ok"}, {"name", "examwright"}, {"version", EXAMWRIGHT_VERSION}});
    constexpr auto open = route_access::open;
    constexpr auto small = route_body::small;
    return {
        {verb::get, "/", open, small, "What runs here", always(std::move(page))},
        {verb::get, "/health", open, small, "Whether the server lives", always(health)},
    };
}

}  // namespace examwright
