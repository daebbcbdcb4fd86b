#pragma once

#include <boost/asio/awaitable.hpp>
#include <filesystem>
#include <functional>
#include <string>

#include "core/document/extraction_protocol.hpp"
#include "core/problem.hpp"

namespace examwright {

/// What is to be read, and for whom.
struct extraction_request {
    std::filesystem::path file;
    std::string source_type;  // "pdf", "text", "markdown" and so on
    std::string pages;        // "1-80, 90": only these; empty: all
    std::string user_id;      // users take turns
    std::function<void(int pages_done, int pages_total)> on_progress = [](int, int) {};
};

/// Reads the text out of an uploaded file.
class text_extractor {
  public:
    virtual ~text_extractor() = default;

    /// What is wrong with the file is a problem whose detail is its document's failure_reason: why, and what
    /// to do. Only a few are read at once, the rest wait here.
    virtual boost::asio::awaitable<result<extraction_report>> extract(extraction_request request) = 0;
};

}  // namespace examwright
