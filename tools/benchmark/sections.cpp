#include "tools/benchmark/sections.hpp"

#include <signal.h>
#include <sys/resource.h>

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <chrono>
#include <fstream>
#include <list>
#include <thread>

#include "test/support/installation.hpp"
#include "test/support/pdf_writer.hpp"
#include "test/support/sample_text.hpp"
#include "tools/benchmark/load.hpp"
#include "tools/benchmark/mixed_load.hpp"

namespace examwright::bench {

namespace json = boost::json;
using namespace examwright::test;
using namespace std::chrono_literals;
using clock = std::chrono::steady_clock;

namespace {

double seconds_since(clock::time_point begin) {
    return std::chrono::duration<double>(clock::now() - begin).count();
}

std::string status_request(installation& server, const std::string& test) {
    return "GET /tests/" + test + "/status HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer " +
           server.api().token + "\r\n\r\n";
}

/// "VmRSS": the resident memory now; "VmHWM": the most that there was.
double megabytes(pid_t process, const std::string& which) {
    std::ifstream facts("/proc/" + std::to_string(process) + "/status");
    std::string word;
    while (facts >> word)
        if (word == which + ":" && facts >> word)
            return std::stod(word) / 1024;
    return 0;
}

double resident_megabytes(pid_t process) {
    return megabytes(process, "VmRSS");
}

std::string finished_test(installation& server) {
    const auto id = server.start_test(server.add_document(sample_text(5)), 12);
    server.wait_for_test(id);
    return id;
}

}  // namespace

void measure_jobs(report& out) {
    simulator_process claude(1000);
    installation server(claude.url());
    const auto document = server.add_document(write_pdf(sample_pages(60)), "sixty-pages.pdf");
    for (int n : {3, 12, 20}) {
        std::vector<double> times;
        std::int64_t most_calls = 0;
        for (int run = 0; run < 3; ++run) {
            const auto before = claude.stats().at("calls").as_int64();
            const auto begin = clock::now();
            server.wait_for_test(server.start_test(document, n));
            times.push_back(seconds_since(begin));
            most_calls = std::max(most_calls, claude.stats().at("calls").as_int64() - before);
        }
        const std::string what = "60 pages, " + std::to_string(n) + " questions: ";
        out.at_most(what + "job time over call time", median(times), 2.3, "x");
        out.at_most(what + "calls", static_cast<double>(most_calls), 8, "");
    }
}

/// Twenty tests at once have work waiting all the time until the last calls.
void measure_queue(report& out) {
    constexpr double call_seconds = 0.5;
    constexpr int slots = 4;
    simulator_process claude(static_cast<int>(1000 * call_seconds));
    installation server(claude.url());
    std::vector<std::string> documents;
    for (int i = 0; i < 20; ++i)
        documents.push_back(server.add_document(sample_text(20), "d" + std::to_string(i) + ".txt"));
    const auto begin = clock::now();
    std::vector<std::string> tests;
    for (const auto& document : documents)
        tests.push_back(server.start_test(document, 12));
    double first_end = 0;
    for (const auto& test : tests) {
        server.wait_for_test(test);
        if (first_end == 0)
            first_end = seconds_since(begin);
    }
    const auto whole = seconds_since(begin);
    const auto stats = claude.stats();
    const auto calls = stats.at("calls").to_number<double>();
    out.at_most("20 tests at once: calls at one time", stats.at("max_in_flight").to_number<double>(), slots,
                "");
    out.at_least("20 tests at once: slots busy", calls * call_seconds / (slots * whole), 0.97, "x");
    out.tell("20 tests at once: the first one's time over call time", first_end / call_seconds, "x");
}

void measure_status(report& out, const std::string& this_program) {
    installation server("");
    const auto test = finished_test(server);
    const auto request = status_request(server, test);
    const auto body = server.api().get("/tests/" + test + "/status").body;
    child_process bare(this_program, {"respond", body});
    const auto bare_port = bare.read_port();
    std::vector<double> ratios;
    std::vector<double> ours;
    for (int run = 0; run < 5; ++run) {
        const double theirs = requests_per_second(bare_port, request, 32, 2s);
        ours.push_back(requests_per_second(server.port(), request, 32, 2s));
        ratios.push_back(ours.back() / theirs);
    }
    out.tell("status requests per second", median(ours), "/s");
    out.at_least("status requests over the barest Beast responder's", median(ratios), 0.5, "x");
}

void measure_latency(report& out) {
    simulator_process claude(500);
    installation server(claude.url());
    const auto first = finished_test(server);
    for (int i = 0; i < 8; ++i)
        server.start_test(server.add_document(sample_text(60), "d" + std::to_string(i) + ".txt"), 20);
    const auto end = clock::now() + 6s;
    std::thread uploads([&] {
        http_client client(server.port());
        client.token = server.api().token;
        const auto pdf = write_pdf(sample_pages(60));
        while (clock::now() < end)
            client.upload("/documents/upload", "storm.pdf", pdf);
    });
    // With the right password: after a few wrong ones none is hashed any more.
    const auto account = server.api().get("/auth/me").json().at("email");
    std::list<std::thread> logins;
    for (int i = 0; i < 4; ++i)
        logins.emplace_back([&] {
            http_client client(server.port());
            while (clock::now() < end)
                client.post("/auth/login", json::object{{"email", account}, {"password", "correct horse"}});
        });
    const auto all = latencies(server.port(), status_request(server, first), 5s);
    uploads.join();
    for (auto& each : logins)
        each.join();
    out.tell("status under load: median", median(all), "ms");
    out.tell("status under load: p99", quantile(all, 0.99), "ms");
    out.tell("status under load: longest", quantile(all, 1), "ms");
}

void measure_mixed(report& out) {
    constexpr int connections = 200;
    simulator_process claude(2000);  // so that the jobs last as long as the load
    installation server(claude.url());
    const auto first = finished_test(server);
    const auto get = [&](const std::string& path, const std::string& more = "") {
        return "GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer " + server.api().token +
               "\r\n" + more + "\r\n";
    };
    const auto tag = server.api().get("/tests/" + first + "/status").headers.at("etag");
    const std::string file =
        "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"load.txt\"\r\n\r\n" +
        sample_text(3) + "\r\n--b--\r\n";
    const std::string upload =
        "POST /documents/upload HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer " + server.api().token +
        "\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: " +
        std::to_string(file.size()) + "\r\n\r\n" + file;
    std::vector<mixed_request> requests{
        {get("/tests/" + first + "/status"), 35, true},
        {get("/tests/" + first + "/status", "If-None-Match: " + tag + "\r\n"), 35, true},
        {get("/tests?limit=20"), 8},
        {get("/documents?limit=20"), 5},
        {get("/tests/" + first), 8},
        {upload, 1}};
    for (const char* format : {"docx", "gift", "anki", "qti"})
        requests.push_back({get("/tests/" + first + "/export?format=" + format), 2});
    for (int i = 0; i < 8; ++i)
        server.start_test(server.add_document(sample_text(30), "d" + std::to_string(i) + ".txt"), 20);
    const auto result = run_mixed_load(server.port(), requests, connections, 30s);
    const auto calls = claude.stats().at("calls").to_number<double>();
    out.tell("200 connections, all kinds of requests: requests per second",
             static_cast<double>(result.answers) / 30, "/s");
    out.at_least("200 connections: calls to Claude meanwhile", calls, 40, "");
    out.at_most("200 connections: answers 5xx", static_cast<double>(result.server_errors), 0, "");
    out.at_most("200 connections: other refusals", static_cast<double>(result.refusals.size()), 0, "");
    out.tell("200 connections: status, median", median(result.timed_ms), "ms");
    out.tell("200 connections: status, p99", quantile(result.timed_ms, 0.99), "ms");
    out.at_most("200 connections: resident memory at its most", megabytes(server.process().id(), "VmHWM"), 64,
                "MB");
}

void measure_memory(report& out) {
    rlimit files{};
    getrlimit(RLIMIT_NOFILE, &files);
    files.rlim_cur = std::min<rlim_t>(files.rlim_max, 4096);
    setrlimit(RLIMIT_NOFILE, &files);
    {
        temporary_folder folder;
        child_process fresh(EXAMWRIGHT_BINARY, {"serve", "--port", "0"},
                            {{"EXAMWRIGHT_DATA", folder.path().string()}});
        http_client(fresh.read_port()).get("/health");
        out.at_most("resident memory after the start", resident_megabytes(fresh.id()), 16, "MB");
    }
    simulator_process claude(100);
    installation server(claude.url());
    boost::asio::io_context context;
    std::list<boost::asio::ip::tcp::socket> connections;
    for (int i = 0; i < 1000; ++i) {
        auto& socket = connections.emplace_back(context);
        socket.connect({boost::asio::ip::address_v4::loopback(), server.port()});
        socket.send(boost::asio::buffer(std::string("GET /health HTTP/1.1\r\nHost: a\r\n\r\n")));
    }
    std::vector<std::string> tests;
    for (int i = 0; i < 50; ++i)
        tests.push_back(
            server.start_test(server.add_document(sample_text(60), "d" + std::to_string(i) + ".txt"), 20));
    double most = 0;
    for (const auto& test : tests) {
        server.wait_for_test(test);
        most = std::max(most, resident_megabytes(server.process().id()));
    }
    out.at_most("resident memory with 1,000 connections, after 50 jobs",
                resident_megabytes(server.process().id()), 64, "MB");
    out.tell("resident memory meanwhile, at most", most, "MB");
}

void measure_start(report& out) {
    std::vector<double> times;
    for (int run = 0; run < 5; ++run) {
        temporary_folder folder;
        const auto begin = clock::now();
        child_process server(EXAMWRIGHT_BINARY, {"serve", "--port", "0"},
                             {{"EXAMWRIGHT_DATA", folder.path().string()}});
        http_client(server.read_port()).get("/health");
        times.push_back(1000 * seconds_since(begin));
    }
    out.at_most("from the start to the first answer", median(times), 100, "ms");
}

}  // namespace examwright::bench
