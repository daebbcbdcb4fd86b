#pragma once

#include <stdexcept>
#include <string>

#include "core/document/extraction_exit.hpp"

namespace examwright::extract {

/// Thrown where the document can't be read; main turns it into the exit status and one line on stderr.
class failure : public std::runtime_error {
  public:
    failure(extraction_exit code, const std::string& what) : std::runtime_error(what), code_(code) {}
    extraction_exit code() const { return code_; }

  private:
    extraction_exit code_;
};

}  // namespace examwright::extract
