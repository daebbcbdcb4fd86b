#pragma once

#include <boost/system/result.hpp>
#include <chrono>
#include <stdexcept>
#include <string>
#include <utility>

namespace examwright {

/// What a caller can be told. server/http turns each into its HTTP status.
enum class problem_kind {
    invalid,            // 400
    unauthorized,       // 401
    forbidden,          // 403
    not_found,          // 404
    conflict,           // 409
    too_large,          // 413
    unsupported_media,  // 415
    too_many,           // 429
    unavailable,        // 503
};

/// An error that a caller's input causes: a code, and a sentence that a person can act on.
/// What the machine causes (a full disk, a bug) is an exception instead.
struct problem {
    problem_kind kind = problem_kind::invalid;
    std::string detail;
    std::chrono::seconds retry_after{60};  // of too_many and unavailable: when another attempt is worth while
};

template <class T>
using result = boost::system::result<T, problem>;

/// Found by boost::system::result when value() is called on an error: a bug of the caller's.
[[noreturn]] inline void throw_exception_from_error(const problem& error, const boost::source_location&) {
    throw std::logic_error("result without a value: " + error.detail);
}

inline problem invalid(std::string detail) {
    return {problem_kind::invalid, std::move(detail)};
}
inline problem not_found(std::string detail) {
    return {problem_kind::not_found, std::move(detail)};
}
inline problem conflict(std::string detail) {
    return {problem_kind::conflict, std::move(detail)};
}

}  // namespace examwright
