#include "server/routes/pages.hpp"

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
    return {
        {verb::get, "/", route_access::open, route_body::small, "What runs here", always(std::move(page))}};
}

}  // namespace examwright
