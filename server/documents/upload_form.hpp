#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/document/document_type.hpp"
#include "core/http/multipart.hpp"
#include "core/problem.hpp"

namespace examwright {

/// The form of POST /documents/upload as it arrives: the file's bytes go out in pieces, the fields are kept.
class upload_form {
  public:
    explicit upload_form(std::string_view boundary);
    upload_form(const upload_form&) = delete;
    upload_form& operator=(const upload_form&) = delete;

    result<void> feed(std::string_view piece);
    /// The bytes of the file that have come since the last call, none before its kind is known to be taken.
    std::string take_bytes();

    struct fields {
        document_type type;
        std::string filename;  // fit to be shown
        std::int64_t size;
        std::string title;  // the file's name without its ending, where none was sent
        std::optional<int> target_questions;
        std::string pages;  // "1-80", the only ones that are read; empty: all
    };
    /// At the end of the body.
    result<fields> finish() const;

  private:
    void begin(const multipart_part& part);
    void add(std::string_view data);
    void end_part();
    void detect();

    enum class field { none, file, title, target_questions, pages };
    std::string& kept(field kind);
    field current_ = field::none;
    std::optional<std::string> filename_;
    std::string pending_;
    document_sample sample_;
    std::int64_t size_ = 0;
    std::optional<document_type> type_;
    std::optional<std::string> title_;
    std::optional<std::string> target_questions_;
    std::optional<std::string> pages_;
    std::optional<problem> error_;
    multipart_parser parser_;  // last: it calls the functions above
};

}  // namespace examwright
