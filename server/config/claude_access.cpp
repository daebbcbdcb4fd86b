#include "server/config/claude_access.hpp"

namespace examwright {

claude_settings claude_settings_of(const config& settings) {
    claude_settings client;
    client.base_url = settings.base_url;
    client.api_key = settings.api_key;
    client.header = settings.key_header == "x-api-key" ? key_header::x_api_key : key_header::bearer;
    client.ca_file = settings.ca_file;
    client.proxy_url = settings.proxy_url;
    client.no_proxy = settings.no_proxy;
    return client;
}

}  // namespace examwright
