#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <sstream>

#include "server/doctor/checks.hpp"
#include "server/extract/sandbox.hpp"

namespace examwright {

namespace {

/// Where the shell would find it; empty where nowhere.
std::string find_program(const std::string& name) {
    const char* path = std::getenv("PATH");
    std::istringstream folders(path ? path : "/usr/bin:/bin");
    for (std::string folder; std::getline(folders, folder, ':');) {
        const auto file = std::filesystem::path(folder) / name;
        if (::access(file.c_str(), X_OK) == 0)
            return file.string();
    }
    return "";
}

finding check_sandbox(const config& settings) {
    try {
        const auto sandbox = probe_sandbox(extractor_beside_this_program());
        const auto what = "documents are read under " + sandbox.description();
        const std::string advice = "Install bubblewrap, or allow user namespaces.";
        if (sandbox.is_strong())
            return ok_finding("sandbox", what);
        return settings.sandbox == "required" ? error_finding("sandbox", what, advice)
                                              : warning_finding("sandbox", what, advice);
    } catch (const std::exception& error) {
        return error_finding("sandbox", error.what(), "Install examwright-extract beside examwright.");
    }
}

finding check_ocr(const config& settings) {
    if (settings.ocr == "off")
        return ok_finding("text recognition", "switched off: scans are not read");
    extraction_sandbox direct;
    direct.program = extractor_beside_this_program();
    const auto missing = missing_ocr_languages(direct, settings.ocr_languages);
    if (!missing)
        return warning_finding("text recognition", "Tesseract is not installed: scans are not read",
                               "Install tesseract-ocr and its languages.");
    if (missing->empty())
        return ok_finding("text recognition", "Tesseract with " + settings.ocr_languages);
    std::string packages;
    for (const auto& name : *missing)
        packages += " tesseract-ocr-" + name;
    return warning_finding("text recognition", "a language is missing: scans are not read",
                           "Install" + packages + ".");
}

}  // namespace

findings check_programs(const config& settings) {
    findings found;
    const auto pdftotext = find_program("pdftotext");
    found.push_back(pdftotext.empty() ? error_finding("pdftotext", "not installed: no PDF can be read",
                                                      "Install poppler-utils.")
                                      : ok_finding("pdftotext", pdftotext));
    const auto bubblewrap = find_program("bwrap");
    found.push_back(bubblewrap.empty() ? warning_finding("bubblewrap", "not installed: the sandbox is weaker",
                                                         "Install bubblewrap.")
                                       : ok_finding("bubblewrap", bubblewrap));
    found.push_back(check_sandbox(settings));
    found.push_back(check_ocr(settings));
    return found;
}

}  // namespace examwright
