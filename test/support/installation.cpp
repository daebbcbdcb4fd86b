#include "test/support/installation.hpp"

#include <signal.h>

#include <fstream>
#include <iterator>
#include <stdexcept>
#include <thread>
#include <utility>

namespace examwright::test {

using boost::json::object;
using namespace std::chrono_literals;

namespace {

/// Asks again and again, as a client would poll; throws when it takes too long.
template <class Condition>
void poll_until(Condition condition, std::chrono::seconds limit, const std::string& what) {
    const auto deadline = std::chrono::steady_clock::now() + limit;
    while (!condition()) {
        if (std::chrono::steady_clock::now() > deadline)
            throw std::runtime_error(what + " did not happen in time");
        std::this_thread::sleep_for(5ms);
    }
}

}  // namespace

std::string text(const object& from, const char* name) {
    return std::string(from.at(name).as_string());
}

simulator_process::simulator_process(int latency_ms, const std::string& faults)
    : process_(EXAMWRIGHT_BINARY,
               [&] {
                   std::vector<std::string> arguments{"simulate", "--port", "0", "--latency-ms",
                                                      std::to_string(latency_ms)};
                   if (!faults.empty())
                       arguments.insert(arguments.end(), {"--fail", faults});
                   return arguments;
               }()),
      port_(process_.read_port()),
      client_(port_) {}

object simulator_process::stats() {
    return client_.get("/stats").json().as_object();
}

void simulator_process::wait_for(const std::string& name, std::int64_t least) {
    const auto enough = [&] { return stats().at(name).as_int64() >= least; };
    poll_until(enough, 60s, name + " of the simulator");
}

installation::installation(const std::string& base_url, child_process::variables settings)
    : settings_(std::move(settings)) {
    settings_["EXAMWRIGHT_DATA"] = data().string();
    settings_["EXAMWRIGHT_PORT"] = "0";
    if (!base_url.empty()) {
        settings_["ANTHROPIC_BASE_URL"] = base_url;
        settings_["ANTHROPIC_API_KEY"] = "test-key";
    }
    start();
    const object account{{"email", "teacher@example.org"}, {"password", "correct horse"}};
    client_->post("/auth/register", account);
    client_->token = text(client_->post("/auth/login", account).json().as_object(), "access_token");
}

void installation::start() {
    const std::string token = client_ ? client_->token : "";
    process_ = std::make_unique<child_process>(EXAMWRIGHT_BINARY, std::vector<std::string>{"serve"},
                                               settings_, (folder_.path() / "log").string());
    port_ = process_->read_port();
    client_ = std::make_unique<http_client>(port_);
    client_->token = token;
}

void installation::stop(int signal) {
    process_->signal(signal);
    process_->wait();
}

void installation::restart(int signal) {
    stop(signal);
    start();
}

std::string installation::log() const {
    std::ifstream in(folder_.path() / "log");
    return {std::istreambuf_iterator<char>(in), {}};
}

std::string installation::add_document(const std::string& content, const std::string& filename) {
    const auto reply = api().upload("/documents/upload", filename, content);
    if (reply.status != 201)
        throw std::runtime_error("upload: " + reply.body);
    const auto id = text(reply.json().as_object(), "id");
    const auto status = wait_for_document(id);
    if (status != "ready")
        throw std::runtime_error("the document is " + status);
    return id;
}

std::string installation::wait_for_document(const std::string& id) {
    std::string status;
    const auto read = [&] {
        status = text(api().get("/documents/" + id).json().as_object(), "status");
        return status != "processing";
    };
    poll_until(read, 60s, "the reading of a document");
    return status;
}

http_reply installation::generate(const std::string& document, int questions) {
    return api().post("/tests/generate", object{{"document_id", document}, {"num_questions", questions}});
}

std::string installation::start_test(const std::string& document, int questions) {
    const auto reply = generate(document, questions);
    if (reply.status != 202)
        throw std::runtime_error("generate: " + reply.body);
    return text(reply.json().as_object(), "id");
}

object installation::status(const std::string& test) {
    return api().get("/tests/" + test + "/status").json().as_object();
}

object installation::wait_for_test(const std::string& test, std::chrono::seconds limit) {
    const auto ended = [&] { return text(status(test), "phase") == "done"; };
    poll_until(ended, limit, "the end of a test");
    return api().get("/tests/" + test).json().as_object();
}

}  // namespace examwright::test
