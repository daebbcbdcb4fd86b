#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/http/http_server.hpp"
#include "test/support/raw_client.hpp"
#include "test/support/test_server.hpp"

namespace examwright::test {

/// Handlers of every kind: a page, small bodies, uploads, one that fails and one for who is signed in.
std::vector<route> sample_routes();
/// 1,000 bytes of a body, 100,000 of an upload.
http_limits sample_limits();

/// A server of these, to which every token is Asha's, and a client.
struct sample_server {
    test_server server{sample_routes(), sample_limits(), [](std::string_view) {
                           return std::optional(user_record{"asha", "", "faculty", {}});
                       }};
    raw_client client{server.port};

    int status_of(const std::string& target) {
        return client.exchange("GET " + target + " HTTP/1.1\r\nHost: x\r\n\r\n").status;
    }
};

std::string post_request(const std::string& target, const std::string& body, const std::string& fields = "");
const std::string chunked_request = "POST /echo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n";

}  // namespace examwright::test
