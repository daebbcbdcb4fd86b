#pragma once

#include <boost/asio/awaitable.hpp>
#include <filesystem>
#include <string>

#include "core/problem.hpp"

namespace examwright {

struct extracted_text {
    std::string text;  // UTF-8, pages parted by form feeds
    int page_count = 1;
};

/// Reads the text out of an uploaded file.
class text_extractor {
  public:
    virtual ~text_extractor() = default;

    /// source_type: "pdf", "text" or "markdown". What is wrong with the file is a problem whose detail is its
    /// document's failure_reason: why, and what to do. Two at once at most, the rest wait here.
    virtual boost::asio::awaitable<result<extracted_text>> extract(std::filesystem::path file,
                                                                   std::string source_type) = 0;
};

}  // namespace examwright
