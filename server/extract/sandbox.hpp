#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace examwright {

/// How examwright-extract is run, and what holds it.
struct extraction_sandbox {
    std::filesystem::path program;
    bool bubblewrap = false;  // namespaces of its own: no network, no other process, no file but the system's
    bool landlock = false;    // reads nothing but the system's files, writes nothing
    bool seccomp = false;     // no sockets, no other dangerous system call

    /// What EXAMWRIGHT_SANDBOX=required asks for.
    bool is_strong() const { return bubblewrap || (landlock && seccomp); }
    /// "bubblewrap, Landlock, seccomp, resource limits"
    std::string description() const;
    /// The command line that runs it with these arguments.
    std::vector<std::string> command(const std::vector<std::string>& arguments) const;
};

/// examwright-extract in the folder of this program.
std::filesystem::path extractor_beside_this_program();

/// Finds out what holds on this machine, by running the program. Blocks, for seconds at most: for the start
/// of the server and for doctor. Throws runtime_error where the program doesn't run.
extraction_sandbox probe_sandbox(const std::filesystem::path& program);

/// Which languages of text recognition ("eng+hin") can't be read on this machine: nullopt where Tesseract is
/// not installed at all. Blocks, as probe_sandbox does.
std::optional<std::vector<std::string>> missing_ocr_languages(const extraction_sandbox& sandbox,
                                                              const std::string& languages);

}  // namespace examwright
