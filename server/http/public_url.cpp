#include "server/http/public_url.hpp"

#include <boost/algorithm/string/case_conv.hpp>
#include <boost/asio/ip/address.hpp>
#include <boost/beast/core/string.hpp>
#include <boost/url/parse.hpp>
#include <boost/url/url_view.hpp>
#include <locale>

#include "server/http/network_list.hpp"

namespace examwright {

namespace {

/// Where the port's colon stands; npos where there is none.
std::size_t port_colon(std::string_view authority) {
    const auto colon = authority.rfind(':');
    const auto bracket = authority.rfind(']');
    return colon != authority.npos && bracket != authority.npos && colon < bracket ? authority.npos : colon;
}

}  // namespace

std::string_view host_of(std::string_view authority) {
    return authority.substr(0, port_colon(authority));
}

std::string_view port_of(std::string_view authority) {
    const auto colon = port_colon(authority);
    return colon == authority.npos ? "" : authority.substr(colon + 1);
}

std::string normalized_authority(std::string_view scheme, std::string_view authority) {
    const auto port = port_of(authority);
    if (port.empty() || port == (scheme == "https" ? "443" : "80"))
        authority = host_of(authority);
    return boost::algorithm::to_lower_copy(std::string(authority), std::locale::classic());
}

bool is_loopback_host(std::string_view host) {
    if (host.ends_with('.'))  // a name from the root of the DNS
        host.remove_suffix(1);
    if (boost::beast::iequals(host, "localhost"))
        return true;
    if (host.size() > 2 && host.front() == '[' && host.back() == ']')
        host = host.substr(1, host.size() - 2);
    else if (host.find(':') != host.npos)  // an IPv6 address stands in brackets
        return false;
    boost::system::error_code error;
    const auto address = boost::asio::ip::make_address(std::string(host), error);
    return !error && without_mapping(address).is_loopback();
}

result<public_url> read_public_url(std::string_view text) {
    const auto parsed = boost::urls::parse_uri(text);
    const bool usable = parsed && (parsed->scheme() == "http" || parsed->scheme() == "https") &&
                        !parsed->has_userinfo() && !parsed->host().empty() && !parsed->has_query() &&
                        !parsed->has_fragment() &&
                        std::string_view(parsed->encoded_path()).find("//") == std::string_view::npos;
    if (!usable)
        return invalid(
            "must be a URL such as https://exam.example.org or https://example.org/exams/, not \"" +
            std::string(text) + "\"");
    public_url url;
    url.scheme = parsed->scheme();
    url.authority = normalized_authority(url.scheme, std::string_view(parsed->encoded_host_and_port()));
    url.base = std::string_view(parsed->encoded_path());
    while (url.base.ends_with('/'))
        url.base.pop_back();
    return url;
}

}  // namespace examwright
