#pragma once

#include <string>

#include "db/records.hpp"

namespace examwright {

/// Shows on stderr how far a test is: a bar on a terminal; elsewhere a line whenever the phase changes.
class progress_printer {
  public:
    progress_printer();
    ~progress_printer();
    progress_printer(const progress_printer&) = delete;
    progress_printer& operator=(const progress_printer&) = delete;

    void show(const test_status_record& test);

  private:
    bool terminal_;
    std::string last_;
};

}  // namespace examwright
