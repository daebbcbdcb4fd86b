#include "server/cli/password_prompt.hpp"

#include <poll.h>
#include <sys/signalfd.h>
#include <termios.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <iostream>
#include <optional>
#include <utility>

#include "server/accounts/account_rules.hpp"

namespace examwright {

namespace {

/// Stops the echo of the terminal that is stdin, and gives it back. Signals that would end or stop the
/// program wait until then.
class silent_terminal {
  public:
    silent_terminal() {
        sigset_t held;
        sigemptyset(&held);
        for (const int number : {SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP})
            sigaddset(&held, number);
        sigprocmask(SIG_BLOCK, &held, &former_);
        signals_ = signalfd(-1, &held, SFD_CLOEXEC);
        tcgetattr(STDIN_FILENO, &shown_);
        termios hidden = shown_;
        hidden.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden);
    }
    ~silent_terminal() {
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &shown_);
        ::close(signals_);
        sigprocmask(SIG_SETMASK, &former_, nullptr);
    }
    silent_terminal(const silent_terminal&) = delete;
    silent_terminal& operator=(const silent_terminal&) = delete;

    /// False where a signal came first.
    bool wait_for_line() const {
        pollfd events[] = {{STDIN_FILENO, POLLIN, 0}, {signals_, POLLIN, 0}};
        return ::poll(events, 2, -1) > 0 && events[1].revents == 0;
    }

  private:
    sigset_t former_;
    termios shown_{};
    int signals_;
};

/// Up to the line's end, or to 4096 bytes, which no password has; nothing where there is no line.
std::optional<std::string> read_line() {
    std::string line;
    char c = 0;
    while (line.size() < 4096) {
        const auto got = ::read(STDIN_FILENO, &c, 1);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 1 && line.empty())
            return std::nullopt;
        if (got < 1 || c == '\n')
            break;
        line += c;
    }
    if (!line.empty() && line.back() == '\r')
        line.pop_back();
    return line;
}

std::optional<std::string> ask(const silent_terminal& terminal, const char* prompt) {
    std::cerr << prompt << std::flush;
    auto line = terminal.wait_for_line() ? read_line() : std::nullopt;
    std::cerr << "\n";
    return line;
}

result<std::string> checked(std::optional<std::string> line) {
    if (!line)
        return invalid("no password came: type it at the prompt, or give it as a line of stdin");
    return checked_password(std::move(*line), "the password");
}

result<std::string> ask_twice() {
    const silent_terminal terminal;  // before the prompt, so that nothing of a quick answer is shown or lost
    auto password = checked(ask(terminal, "Password: "));
    if (password && ask(terminal, "Again: ") != *password)
        return invalid("the two passwords differ");
    return password;
}

}  // namespace

result<std::string> read_new_password(bool from_stdin) {
    if (from_stdin || isatty(STDIN_FILENO) == 0)
        return checked(read_line());
    return ask_twice();
}

}  // namespace examwright
