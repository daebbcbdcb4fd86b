#pragma once

#include <concepts>
#include <cstdint>
#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

namespace examwright {

enum class log_level { debug, info, warning, error };

/// A field of a log line: log.info("job ended", {{"test", id}, {"calls", 8}}). Never a secret, never document
/// text.
struct log_field {
    std::string_view name;
    std::variant<std::string_view, std::int64_t, double, bool> value;

    log_field(std::string_view n, std::string_view v) : name(n), value(v) {}
    log_field(std::string_view n, const char* v) : name(n), value(std::string_view(v)) {}
    log_field(std::string_view n, const std::string& v) : name(n), value(std::string_view(v)) {}
    log_field(std::string_view n, bool v) : name(n), value(v) {}
    log_field(std::string_view n, double v) : name(n), value(v) {}
    template <std::integral Integer>
    log_field(std::string_view n, Integer v) : name(n), value(static_cast<std::int64_t>(v)) {}
};

/// Lines on stderr, written by a thread of its own from a bounded queue: a slow reader costs lines (dropped,
/// counted and told in the next line that gets through), never time. Callable from any thread.
class logger {
  public:
    enum class format { text, json };
    explicit logger(log_level least = log_level::info, format form = format::text, int file_descriptor = 2);
    ~logger();  // writes what is queued, for a second at most
    logger(const logger&) = delete;
    logger& operator=(const logger&) = delete;

    void write(log_level level, std::string_view message, std::initializer_list<log_field> fields = {});
    void info(std::string_view message, std::initializer_list<log_field> fields = {}) {
        write(log_level::info, message, fields);
    }
    void warning(std::string_view message, std::initializer_list<log_field> fields = {}) {
        write(log_level::warning, message, fields);
    }
    void error(std::string_view message, std::initializer_list<log_field> fields = {}) {
        write(log_level::error, message, fields);
    }
    std::uint64_t dropped() const;

  private:
    struct impl;
    std::unique_ptr<impl> impl_;
};

}  // namespace examwright
