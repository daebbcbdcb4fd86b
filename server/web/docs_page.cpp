#include "server/web/docs_page.hpp"

#include <openssl/evp.h>

#include <array>
#include <stdexcept>
#include <string>
#include <string_view>

#include "server/web/embedded_files.hpp"

namespace examwright {

namespace {

std::string_view content_of(std::string_view path) {
    for (const auto& file : embedded_files())
        if (file.path == path)
            return file.content;
    throw std::logic_error("the program holds no file " + std::string(path));
}

/// By which a content security policy knows what stands inline: 'sha256-...'.
std::string source_hash(std::string_view source) {
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned size = 0;
    if (EVP_Digest(source.data(), source.size(), digest.data(), &size, EVP_sha256(), nullptr) != 1)
        throw std::runtime_error("SHA-256 failed");
    std::array<unsigned char, 2 * EVP_MAX_MD_SIZE> text{};
    const int length = EVP_EncodeBlock(text.data(), digest.data(), static_cast<int>(size));
    return "'sha256-" + std::string(text.begin(), text.begin() + length) + "'";
}

}  // namespace

http_response docs_page() {
    const auto style = content_of("docs.css");
    const auto script = content_of("docs.js");
    http_response page;
    page.content_type = "text/html; charset=utf-8";
    page.headers.emplace_back("Content-Security-Policy",
                              "default-src 'none'; connect-src 'self'; style-src " + source_hash(style) +
                                  "; script-src " + source_hash(script) +
                                  "; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
    page.body = R"(<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Examwright: the calls</title>
<style>)";
    page.body.append(style).append("</style>\n<nav id=\"calls\"></nav>\n<main id=\"contract\">\n");
    page.body += "<p>This page shows <a href=\"openapi.json\">openapi.json</a> by JavaScript.</p>\n</main>\n";
    page.body.append("<script>").append(script).append("</script>\n</html>\n");
    return page;
}

}  // namespace examwright
