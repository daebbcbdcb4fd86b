#pragma once

#include <ostream>
#include <sstream>
#include <streambuf>
#include <string>

namespace examwright::test {

/// Takes what is written to a stream, for a scope.
class capture {
  public:
    explicit capture(std::ostream& stream) : stream_(stream), before_(stream.rdbuf(text_.rdbuf())) {}
    ~capture() { stream_.rdbuf(before_); }
    capture(const capture&) = delete;
    capture& operator=(const capture&) = delete;
    bool has(const std::string& part) const { return text_.str().find(part) != std::string::npos; }
    std::string text() const { return text_.str(); }

  private:
    std::ostringstream text_;
    std::ostream& stream_;
    std::streambuf* before_;
};

}  // namespace examwright::test
