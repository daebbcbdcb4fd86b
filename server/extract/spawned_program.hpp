#pragma once

#include <sys/types.h>

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/posix/stream_descriptor.hpp>
#include <string>
#include <vector>

namespace examwright {

/// A running program and the pipes that it writes to. Its end kills and reaps what is left of it.
class spawned_program {
  public:
    spawned_program(boost::asio::any_io_executor executor, const std::vector<std::string>& command,
                    int input);
    /// Waits, which is for moments: what it waits for has been killed.
    ~spawned_program();
    spawned_program(const spawned_program&) = delete;
    spawned_program& operator=(const spawned_program&) = delete;

    boost::asio::posix::stream_descriptor& output() { return output_; }
    boost::asio::posix::stream_descriptor& errors() { return errors_; }
    /// Ready to read when the program has ended.
    boost::asio::posix::stream_descriptor& end() { return end_; }

    void kill() noexcept;
    /// Once, after end(): the exit code, or 128 + the signal.
    int reap();

  private:
    pid_t pid_ = -1;  // -1 when reaped
    boost::asio::posix::stream_descriptor output_;
    boost::asio::posix::stream_descriptor errors_;
    boost::asio::posix::stream_descriptor end_;
};

}  // namespace examwright
