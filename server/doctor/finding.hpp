#pragma once

#include <string>
#include <utility>
#include <vector>

namespace examwright {

enum class finding_level { ok, warning, error };

/// What doctor says of one thing.
struct finding {
    std::string check;  // "pdftotext"
    finding_level level = finding_level::ok;
    std::string detail;  // what is
    std::string advice;  // what to do; empty where all is well
};

using findings = std::vector<finding>;

inline finding ok_finding(std::string check, std::string detail) {
    return {std::move(check), finding_level::ok, std::move(detail), ""};
}
inline finding warning_finding(std::string check, std::string detail, std::string advice) {
    return {std::move(check), finding_level::warning, std::move(detail), std::move(advice)};
}
inline finding error_finding(std::string check, std::string detail, std::string advice) {
    return {std::move(check), finding_level::error, std::move(detail), std::move(advice)};
}

}  // namespace examwright
