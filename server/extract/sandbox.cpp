#include "server/extract/sandbox.hpp"

#include <unistd.h>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/json/parse.hpp>
#include <chrono>
#include <exception>
#include <optional>
#include <stdexcept>

#include "server/extract/subprocess.hpp"

namespace examwright {

namespace asio = boost::asio;
namespace json = boost::json;

namespace {

/// What the program writes; nothing where it can't be started, or fails.
std::optional<std::string> output_of(const std::vector<std::string>& command) {
    constexpr std::size_t most_output = 4096;
    asio::io_context context(1);
    std::optional<subprocess_outcome> outcome;
    std::string output;
    auto take = [&](std::string_view piece) {
        output += piece;
        return output.size() > most_output ? output_verdict::stop : output_verdict::go_on;
    };
    subprocess_task task{command, STDIN_FILENO, std::chrono::seconds(10), take};
    auto run = [&]() -> asio::awaitable<void> { outcome = co_await run_subprocess(std::move(task)); };
    std::exception_ptr not_started;
    asio::co_spawn(context, run(), [&](std::exception_ptr error) { not_started = error; });
    context.run();
    return outcome && outcome->exit_code == 0 ? std::optional(output) : std::nullopt;
}

/// Fills in what the program says of itself; false where it doesn't run.
bool ask(extraction_sandbox& sandbox) {
    const auto output = output_of(sandbox.command({"--report-sandbox"}));
    if (!output)
        return false;
    boost::system::error_code error;
    const json::value report = json::parse(*output, error);
    const auto* fields = error ? nullptr : report.if_object();
    const auto* landlock = fields ? fields->if_contains("landlock") : nullptr;
    const auto* seccomp = fields ? fields->if_contains("seccomp") : nullptr;
    if (!landlock || !landlock->is_int64() || !seccomp || !seccomp->is_bool())
        return false;
    sandbox.landlock = landlock->get_int64() > 0;
    sandbox.seccomp = seccomp->get_bool();
    return true;
}

}  // namespace

std::string extraction_sandbox::description() const {
    return std::string(bubblewrap ? "bubblewrap, " : "") + (landlock ? "Landlock, " : "") +
           (seccomp ? "seccomp, " : "") + "resource limits";
}

std::vector<std::string> extraction_sandbox::command(const std::vector<std::string>& arguments) const {
    std::vector<std::string> words;
    if (bubblewrap) {
        words = {"bwrap",
                 "--unshare-all",
                 "--die-with-parent",
                 "--new-session",
                 "--cap-drop",
                 "ALL",
                 "--chdir",
                 "/",
                 "--ro-bind",
                 "/usr",
                 "/usr"};
        for (const char* path :
             {"/lib", "/lib64", "/bin", "/etc/ld.so.cache", "/etc/fonts", "/var/cache/fontconfig"})
            words.insert(words.end(), {"--ro-bind-try", path, path});
        words.insert(words.end(),
                     {"--ro-bind", program.string(), "/examwright-extract", "/examwright-extract"});
    } else {
        words = {program.string()};
    }
    words.insert(words.end(), arguments.begin(), arguments.end());
    return words;
}

std::filesystem::path extractor_beside_this_program() {
    return std::filesystem::read_symlink("/proc/self/exe").parent_path() / "examwright-extract";
}

extraction_sandbox probe_sandbox(const std::filesystem::path& program) {
    extraction_sandbox sandbox;
    sandbox.program = program;
    sandbox.bubblewrap = true;
    if (ask(sandbox))
        return sandbox;
    sandbox.bubblewrap = false;
    if (ask(sandbox))
        return sandbox;
    throw std::runtime_error(program.string() + " does not run; it belongs beside the server's program");
}

std::optional<std::vector<std::string>> missing_ocr_languages(const extraction_sandbox& sandbox,
                                                              const std::string& languages) {
    const auto output = output_of(sandbox.command({"--report-ocr", "--ocr-languages", languages}));
    boost::system::error_code error;
    const json::value report = json::parse(output.value_or(""), error);
    const auto* fields = error ? nullptr : report.if_object();
    const auto* found = fields ? fields->if_contains("found") : nullptr;
    const auto* missing = fields ? fields->if_contains("missing") : nullptr;
    if (!found || !found->is_bool() || !found->get_bool() || !missing || !missing->is_array())
        return std::nullopt;
    std::vector<std::string> names;
    for (const auto& name : missing->get_array())
        if (name.is_string())
            names.emplace_back(name.get_string().c_str());
    return names;
}

}  // namespace examwright
