#pragma once

#include <boost/json/object.hpp>
#include <chrono>
#include <memory>
#include <string>

#include "test/support/child_process.hpp"
#include "test/support/http_client.hpp"
#include "test/support/temporary_folder.hpp"

namespace examwright::test {

/// The simulator as a program of its own.
class simulator_process {
  public:
    explicit simulator_process(int latency_ms = 0, const std::string& faults = {});

    std::string url() const { return "http://127.0.0.1:" + std::to_string(port_); }
    /// GET /stats.
    boost::json::object stats();
    /// Waits until a number of its stats is at least `least`.
    void wait_for(const std::string& name, std::int64_t least);

  private:
    child_process process_;
    std::uint16_t port_;
    http_client client_;
};

/// The real server on a data folder of its own, with one account that is logged in.
class installation {
  public:
    /// base_url: of the Messages API; empty for the offline author.
    explicit installation(const std::string& base_url, child_process::variables settings = {});

    http_client& api() { return *client_; }
    child_process& process() { return *process_; }
    std::uint16_t port() const { return port_; }
    std::filesystem::path data() const { return folder_.path() / "data"; }
    std::string log() const;

    /// Ends the server by this signal and starts it again on the same data.
    void restart(int signal);
    void stop(int signal);
    void start();

    /// Uploads a text, waits until it is read, and returns the document's id.
    std::string add_document(const std::string& text, const std::string& filename = "sample.txt");
    std::string wait_for_document(const std::string& id);
    /// POST /tests/generate.
    http_reply generate(const std::string& document, int questions);
    /// The same, expecting 202; returns the test's id.
    std::string start_test(const std::string& document, int questions);
    boost::json::object status(const std::string& test);
    /// Waits for its end and returns GET /tests/{id}.
    boost::json::object wait_for_test(const std::string& test,
                                      std::chrono::seconds limit = std::chrono::seconds(60));

  private:
    temporary_folder folder_;
    child_process::variables settings_;
    std::unique_ptr<child_process> process_;
    std::uint16_t port_ = 0;
    std::unique_ptr<http_client> client_;
};

/// Text of a member that is a string.
std::string text(const boost::json::object& object, const char* name);

}  // namespace examwright::test
