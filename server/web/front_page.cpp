#include "server/web/front_page.hpp"

#include <boost/beast/http/field.hpp>
#include <boost/beast/zlib/inflate_stream.hpp>
#include <stdexcept>
#include <string>
#include <string_view>

#include "server/web/page_assets.hpp"

namespace examwright {

namespace {

namespace zlib = boost::beast::zlib;

constexpr std::string_view policy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
    "require-trusted-types-for 'script'; trusted-types 'none'";

const page_asset* find_asset(std::string_view name) {
    for (const auto& asset : page_assets())
        if (asset.name == name)
            return &asset;
    return nullptr;
}

bool accepts_gzip(const http_request& request) {
    const auto accepted = request.headers[boost::beast::http::field::accept_encoding];
    const auto at = accepted.find("gzip");
    return at != accepted.npos && !accepted.substr(at).starts_with("gzip;q=0");
}

/// The content of a gzip file that the build wrote: a header of ten bytes, deflate, and CRC and size.
std::string inflated(std::string_view gzip) {
    constexpr std::size_t header = 10;
    const auto size_at = gzip.size() - 4;
    std::size_t size = 0;
    for (std::size_t i = 0; i < 4; ++i)
        size |= static_cast<std::size_t>(static_cast<unsigned char>(gzip[size_at + i])) << (8 * i);
    std::string content(size, '\0');
    zlib::inflate_stream stream;
    zlib::z_params state;
    state.next_in = gzip.data() + header;
    state.avail_in = gzip.size() - header;
    state.next_out = content.data();
    state.avail_out = content.size();
    boost::beast::error_code error;
    stream.write(state, zlib::Flush::sync, error);
    if (error && error != zlib::error::end_of_stream)
        throw std::logic_error("an asset of the page can't be decompressed: " + error.message());
    return content;
}

}  // namespace

http_response front_page() {
    const std::string base = "app/" + std::string(page_version()) + "/";
    http_response page;
    page.content_type = "text/html; charset=utf-8";
    page.headers = {{"Content-Security-Policy", std::string(policy)},
                    {"Cache-Control", "no-cache"},
                    {"ETag", '"' + std::string(page_version()) + '"'}};
    page.body = R"(<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Examwright</title>
<link rel="icon" href=")" +
                base + R"(icon.svg">
<link rel="stylesheet" href=")" +
                base + R"(app.css">
<script type="module" src=")" +
                base + R"(app.js"></script>
<noscript>Examwright's page needs JavaScript. Programs use the calls that <a href="docs">the docs</a> describe.</noscript>
</html>
)";
    return page;
}

http_response page_asset_response(const http_request& request) {
    const auto* const asset =
        request.path_values[0] == page_version() ? find_asset(request.path_values[1]) : nullptr;
    if (!asset)
        return problem_response(not_found("This version of the page has no such file. Reload the page."));
    http_response response;
    response.content_type = asset->content_type;
    response.headers = {{"Cache-Control", "public, max-age=31536000, immutable"},
                        {"Vary", "Accept-Encoding"}};
    if (accepts_gzip(request)) {
        response.headers.emplace_back("Content-Encoding", "gzip");
        response.body = asset->gzip;
    } else {
        response.body = inflated(asset->gzip);
    }
    return response;
}

}  // namespace examwright
