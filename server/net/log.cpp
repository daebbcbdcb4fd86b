#include "server/net/log.hpp"

#include <poll.h>
#include <unistd.h>

#include <chrono>
#include <condition_variable>
#include <cstdio>
#include <ctime>
#include <deque>
#include <mutex>
#include <string>
#include <thread>

namespace examwright {
namespace {

constexpr std::size_t queue_lines = 4096;
constexpr auto last_words = std::chrono::seconds(1);

std::string_view name_of(log_level level) {
    switch (level) {
        case log_level::debug: return "debug";
        case log_level::info: return "info";
        case log_level::warning: return "warning";
        case log_level::error: return "error";
    }
    return "info";
}

/// Quoted as in JSON, so that no value can begin a line of its own.
void append_quoted(std::string& line, std::string_view text) {
    line += '"';
    for (const char c : text) {
        if (c == '"' || c == '\\') {
            line += '\\';
            line += c;
        } else if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) {
            char escape[8];
            std::snprintf(escape, sizeof escape, "\\u%04x",
                          static_cast<unsigned>(static_cast<unsigned char>(c)));
            line += escape;
        } else {
            line += c;
        }
    }
    line += '"';
}

bool plain(std::string_view text) {
    for (const char c : text)
        if (static_cast<unsigned char>(c) <= 0x20 || c == '"' || c == '=' || c == '\\' || c == 0x7f)
            return false;
    return !text.empty();
}

void append_value(std::string& line, const log_field& field, bool quote_always) {
    if (const auto* text = std::get_if<std::string_view>(&field.value)) {
        if (quote_always || !plain(*text))
            append_quoted(line, *text);
        else
            line += *text;
    } else if (const auto* integer = std::get_if<std::int64_t>(&field.value)) {
        line += std::to_string(*integer);
    } else if (const auto* number = std::get_if<double>(&field.value)) {
        char digits[32];
        std::snprintf(digits, sizeof digits, "%.6g", *number);
        line += digits;
    } else {
        line += std::get<bool>(field.value) ? "true" : "false";
    }
}

void append_time(std::string& line) {
    const auto now = std::chrono::system_clock::now();
    const std::time_t seconds = std::chrono::system_clock::to_time_t(now);
    const auto part =
        std::chrono::duration_cast<std::chrono::milliseconds>(now.time_since_epoch()).count() % 1000;
    std::tm utc{};
    gmtime_r(&seconds, &utc);
    char text[40];
    std::size_t length = std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%S", &utc);
    std::snprintf(text + length, sizeof text - length, ".%03dZ", static_cast<int>(part));
    line += text;
}

std::string render(logger::format form, log_level level, std::string_view message,
                   std::initializer_list<log_field> fields) {
    std::string line;
    line.reserve(160);
    const bool json = form == logger::format::json;
    line += json ? "{\"time\":\"" : "";
    append_time(line);
    line += json ? "\",\"level\":\"" : " ";
    line += name_of(level);
    line += json ? "\",\"message\":" : " ";
    if (json)
        append_quoted(line, message);
    else
        line += message;
    for (const auto& field : fields) {
        line += json ? "," : " ";
        if (json)
            append_quoted(line, field.name);
        else
            line += field.name;
        line += json ? ':' : '=';
        append_value(line, field, json);
    }
    line += json ? "}\n" : "\n";
    return line;
}

}  // namespace

struct logger::impl {
    log_level least;
    logger::format form;
    int file_descriptor;
    std::mutex mutex;
    std::condition_variable ready;
    std::deque<std::string> lines;
    std::uint64_t dropped = 0;
    std::uint64_t told = 0;  // how many of the dropped a line has told of
    bool ending = false;
    std::chrono::steady_clock::time_point give_up = std::chrono::steady_clock::time_point::max();
    std::thread writer;

    /// Waits for room, so that a slow reader can't hold the end of the program for longer than last_words.
    bool may_write() {
        for (;;) {
            pollfd room{file_descriptor, POLLOUT, 0};
            if (poll(&room, 1, 100) != 0)
                return true;
            const std::lock_guard lock(mutex);
            if (ending && std::chrono::steady_clock::now() >= give_up)
                return false;
        }
    }

    void put(std::string_view text) {
        while (!text.empty() && may_write()) {
            // A pipe that polls as writable takes this much without blocking.
            const ssize_t written =
                ::write(file_descriptor, text.data(), std::min<std::size_t>(text.size(), 4096));
            if (written < 0 && errno != EINTR && errno != EAGAIN)
                return;
            if (written > 0)
                text.remove_prefix(static_cast<std::size_t>(written));
        }
    }

    void run() {
        std::unique_lock lock(mutex);
        for (;;) {
            ready.wait(lock, [this] { return ending || !lines.empty(); });
            if (lines.empty())
                return;
            std::deque<std::string> batch;
            batch.swap(lines);
            const auto lost = dropped - told;
            told = dropped;
            lock.unlock();
            if (lost > 0)
                put(render(form, log_level::warning, "log lines were dropped", {{"count", lost}}));
            for (const auto& line : batch)
                put(line);
            lock.lock();
        }
    }
};

logger::logger(log_level least, format form, int file_descriptor) : impl_(std::make_unique<impl>()) {
    impl_->least = least;
    impl_->form = form;
    impl_->file_descriptor = file_descriptor;
    impl_->writer = std::thread([this] { impl_->run(); });
}

logger::~logger() {
    {
        const std::lock_guard lock(impl_->mutex);
        impl_->ending = true;
        impl_->give_up = std::chrono::steady_clock::now() + last_words;
    }
    impl_->ready.notify_one();
    impl_->writer.join();
}

void logger::write(log_level level, std::string_view message, std::initializer_list<log_field> fields) {
    if (level < impl_->least)
        return;
    auto line = render(impl_->form, level, message, fields);
    bool first = false;
    {
        const std::lock_guard lock(impl_->mutex);
        if (impl_->lines.size() >= queue_lines) {
            ++impl_->dropped;
            return;
        }
        first = impl_->lines.empty();
        impl_->lines.push_back(std::move(line));
    }
    if (first)
        impl_->ready.notify_one();
}

std::uint64_t logger::dropped() const {
    const std::lock_guard lock(impl_->mutex);
    return impl_->dropped;
}

}  // namespace examwright
