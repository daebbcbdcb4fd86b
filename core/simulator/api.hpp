#pragma once

#include <boost/system/result.hpp>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

#include "core/generation/call_kind.hpp"

namespace examwright {

/// An error answer of the Messages API.
struct api_error {
    int status = 400;
    std::string type = "invalid_request_error";
    std::string message;
    std::string code;  // details.error_code; none where empty
};

/// The error that the API answers a status with.
api_error api_error_of(int status);

/// The headers of a request that count; empty where absent.
struct api_headers {
    std::string_view authorization;
    std::string_view x_api_key;
    std::string_view anthropic_version;
    std::string_view content_type;
};

/// A request that the API takes.
struct api_call {
    std::string model;
    std::int64_t max_tokens = 0;
    bool thinks = false;         // a thinking block comes before the text
    std::size_t characters = 0;  // of all that the model reads
    std::string user;            // the text of the last message
    std::optional<call_kind> kind;
};

using api_reading = boost::system::result<api_call, api_error>;

/// Returns what is wrong with the headers, the key above all, without a look at the body. required_key: the
/// one key that is let in; empty: any.
std::optional<api_error> check_api_headers(const api_headers& headers, std::string_view required_key);

/// Takes what claude-sonnet-5-5 takes, for every model; refuses what it refuses. A prompt of ours that is
/// taken here is taken there.
api_reading read_api_request(const api_headers& headers, std::string_view body,
                             std::string_view required_key);

[[noreturn]] inline void throw_exception_from_error(const api_error& error, const boost::source_location&) {
    throw std::logic_error("no API call: " + error.message);
}

}  // namespace examwright
