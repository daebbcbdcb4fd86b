#pragma once

#include <unistd.h>

#include <array>
#include <cerrno>
#include <string>
#include <system_error>

namespace examwright::test {

/// A pipe whose end a logger writes to.
class log_pipe {
  public:
    log_pipe() {
        if (::pipe(ends_.data()) != 0)
            throw std::system_error(errno, std::generic_category(), "pipe");
    }
    ~log_pipe() {
        close_reader();
        ::close(ends_[1]);
    }
    log_pipe(const log_pipe&) = delete;
    log_pipe& operator=(const log_pipe&) = delete;

    int write_end() const { return ends_[1]; }
    void close_reader() {
        if (ends_[0] >= 0)
            ::close(ends_[0]);
        ends_[0] = -1;
    }
    /// The next line, without its end; waits for it.
    std::string line() {
        std::size_t end = 0;
        while ((end = text_.find('\n')) == text_.npos) {
            char piece[4096];
            const auto got = ::read(ends_[0], piece, sizeof piece);
            if (got <= 0)
                throw std::system_error(errno, std::generic_category(), "the log has no further line");
            text_.append(piece, static_cast<std::size_t>(got));
        }
        auto line = text_.substr(0, end);
        text_.erase(0, end + 1);
        return line;
    }
    /// The next line that holds text; those before are dropped.
    std::string line_with(const std::string& text) {
        for (;;) {
            auto next = line();
            if (next.find(text) != next.npos)
                return next;
        }
    }

  private:
    std::array<int, 2> ends_{-1, -1};
    std::string text_;
};

}  // namespace examwright::test
