#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "core/problem.hpp"

namespace examwright {

/// What a part of multipart/form-data says of itself.
struct multipart_part {
    std::string name;
    std::optional<std::string> filename;  // as sent, path and all
};

/// The boundary of a Content-Type of multipart/form-data; nothing for another type.
std::optional<std::string> multipart_boundary(std::string_view content_type);

/// Reads multipart/form-data (RFC 7578) as it arrives, in pieces of any size. Keeps no more than a part's
/// header and a boundary's length in memory.
class multipart_parser {
  public:
    struct handlers {
        std::function<void(const multipart_part&)> begin;
        std::function<void(std::string_view)> data;
        std::function<void()> end;
    };

    multipart_parser(std::string_view boundary, handlers on);

    /// A problem for what is no multipart body; the parser can't go on then.
    result<void> feed(std::string_view piece);
    /// Whether the closing boundary has been read.
    bool complete() const { return state_ == state::epilogue; }

  private:
    enum class state { preamble, after_boundary, header, content, epilogue };

    bool step(std::optional<problem>& error);
    bool read_boundary(std::optional<problem>& error);
    bool read_header(std::optional<problem>& error);
    bool read_content();

    std::string delimiter_;  // "\r\n--boundary"
    handlers on_;
    std::string pending_;
    std::size_t at_ = 0;  // how much of it is dealt with
    state state_ = state::preamble;
};

}  // namespace examwright
