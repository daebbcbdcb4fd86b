#include "server/runtime/log.hpp"

#include <poll.h>
#include <pthread.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <condition_variable>
#include <csignal>
#include <mutex>
#include <string>
#include <thread>
#include <utility>

#include "server/runtime/log_line.hpp"

namespace examwright {

namespace {

constexpr std::size_t queue_bytes = 512 * 1024;
constexpr auto last_words = std::chrono::seconds(1);
// Between two batches: waking the writer for every line would cost more than writing the line.
constexpr auto breather = std::chrono::milliseconds(10);

/// As much of text as a pipe that polls as writable takes without blocking, whole lines where they fit.
std::size_t next_write(std::string_view text) {
    constexpr std::size_t most = 4096;
    if (text.size() <= most)
        return text.size();
    const auto line_end = text.substr(0, most).rfind('\n');
    return line_end == text.npos ? most : line_end + 1;
}

/// A log whose reader has gone (or a signal that is meant for the program) is no affair of the writer's.
void block_signals() {
    sigset_t all;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, nullptr);
}

}  // namespace

struct logger::impl {
    log_level least;
    logger::format form;
    int file_descriptor;
    std::mutex mutex;
    std::condition_variable ready;
    std::string queue;     // whole lines
    bool waiting = false;  // the writer, for a line
    std::uint64_t dropped = 0;
    std::uint64_t told = 0;  // how many of the dropped a line has told of
    bool ending = false;
    std::chrono::steady_clock::time_point give_up;  // set when ending
    std::thread writer;

    /// Waits for room. A reader that takes nothing can't hold the end of the program for longer than
    /// last_words.
    bool may_write() {
        for (;;) {
            {
                const std::lock_guard lock(mutex);
                if (ending && std::chrono::steady_clock::now() >= give_up)
                    return false;
            }
            pollfd room{file_descriptor, POLLOUT, 0};
            if (poll(&room, 1, 100) != 0)
                return true;
        }
    }

    void put(std::string_view text) {
        while (!text.empty() && may_write()) {
            const ssize_t written = ::write(file_descriptor, text.data(), next_write(text));
            if (written < 0 && errno != EINTR && errno != EAGAIN)
                return;
            if (written > 0)
                text.remove_prefix(static_cast<std::size_t>(written));
        }
    }

    void run() {
        block_signals();
        std::string batch;
        std::unique_lock lock(mutex);
        for (;;) {
            waiting = true;
            ready.wait(lock, [this] { return ending || !queue.empty(); });
            waiting = false;
            if (queue.empty())
                return;
            batch.clear();
            batch.swap(queue);
            const auto lost = dropped - told;
            told = dropped;
            lock.unlock();
            if (lost > 0)
                append_log_line(batch, form, std::chrono::system_clock::now(), log_level::warning,
                                "log lines were dropped", {{"count", lost}});
            put(batch);
            lock.lock();
            ready.wait_for(lock, breather, [this] { return ending; });
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
    thread_local std::string line;
    line.clear();
    append_log_line(line, impl_->form, std::chrono::system_clock::now(), level, message, fields);
    bool wake = false;
    {
        const std::lock_guard lock(impl_->mutex);
        if (impl_->queue.size() + line.size() > queue_bytes) {
            ++impl_->dropped;
            return;
        }
        impl_->queue += line;
        wake = std::exchange(impl_->waiting, false);
    }
    if (wake)
        impl_->ready.notify_one();
}

std::uint64_t logger::dropped() const {
    const std::lock_guard lock(impl_->mutex);
    return impl_->dropped;
}

}  // namespace examwright
