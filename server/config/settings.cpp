#include "server/config/settings.hpp"

#include <string>
#include <utility>
#include <vector>

#include "server/claude/proxy_settings.hpp"
#include "server/http/cors.hpp"

namespace examwright {

namespace {

/// The proxy's URL may hold a password.
setting proxy_setting(setting_name name) {
    auto made = text_setting(name, &config::proxy_url);
    made.get = [](const config& c) { return without_credentials(c.proxy_url); };
    return made;
}

setting origins_setting(setting_name name, field_of<std::vector<std::string>> field) {
    const auto joined = [field](const config& c) {
        std::string text;
        for (const auto& origin : c.*field)
            text.append(text.empty() ? "" : " ").append(origin);
        return text;
    };
    return {name, joined, [name, field](config& c, const std::string& text) {
                auto origins = read_cors_origins(text);
                if (!origins)
                    throw config_error(std::string(name.variable) + " " + origins.error().detail);
                c.*field = std::move(*origins);
            }};
}

setting networks_setting(setting_name name, field_of<network_list> field) {
    return {name, [field](const config& c) { return (c.*field).text(); },
            [name, field](config& c, const std::string& text) {
                auto networks = network_list::parse(text);
                if (!networks)
                    throw config_error(std::string(name.variable) + " " + networks.error().detail);
                c.*field = std::move(*networks);
            }};
}

setting url_setting(setting_name name, field_of<std::optional<public_url>> field) {
    return {name, [field](const config& c) { return c.*field ? (c.*field)->text() : ""; },
            [name, field](config& c, const std::string& text) {
                auto url = read_public_url(text);
                if (!url)
                    throw config_error(std::string(name.variable) + " " + url.error().detail);
                c.*field = std::move(*url);
            }};
}

setting also_named(const char* variable, setting setting) {
    setting.also = variable;
    return setting;
}

}  // namespace

const std::vector<setting>& all_settings() {
    static const std::vector<setting> all{
        address_setting({"host", "EXAMWRIGHT_HOST", "address to listen on, or unix:/PATH"}, &config::host),
        port_setting({"port", "EXAMWRIGHT_PORT", "port to listen on; 0 takes a free one"}, &config::port),
        path_setting({"data", "EXAMWRIGHT_DATA", "folder of the database and the uploads"}, &config::data),
        choice_setting({"registration", "EXAMWRIGHT_REGISTRATION",
                        "who may register: first (only the first account, the admin), open, closed"},
                       &config::registration, {"first", "open", "closed"}),
        choice_setting(
            {"setup-token", "EXAMWRIGHT_SETUP_TOKEN",
             "when the first account needs the set-up token of the log: auto (but from this machine "
             "itself), always"},
            &config::setup_token, {"auto", "always"}),
        url_setting(
            {"public-url", "EXAMWRIGHT_PUBLIC_URL",
             "address by which browsers know the server, behind a proxy: https://exam.example.org, also "
             "with a path"},
            &config::url),
        networks_setting(
            {"trusted-proxies", "EXAMWRIGHT_TRUSTED_PROXIES",
             "networks whose X-Forwarded-* headers are believed: 10.0.0.0/8, loopback, unix, none"},
            &config::trusted_proxies),
        text_setting({"login-header", "EXAMWRIGHT_LOGIN_HEADER",
                      "header in which a trusted proxy that logs people in sends their e-mail: Remote-Email"},
                     &config::login_header),
        choice_setting({"engine", "EXAMWRIGHT_ENGINE",
                        "who writes: auto (Claude with a key, else the offline author), claude, offline"},
                       &config::engine, {"auto", "claude", "offline"}),
        text_setting({"model", "EXAMWRIGHT_MODEL", "model to ask"}, &config::model),
        choice_setting({"effort", "EXAMWRIGHT_EFFORT", "how much the model thinks: low, medium, high"},
                       &config::effort, {"low", "medium", "high"}),
        choice_setting({"review-effort", "EXAMWRIGHT_REVIEW_EFFORT",
                        "how much it thinks when it reviews: low, medium, high"},
                       &config::review_effort, {"low", "medium", "high"}),
        number_setting(
            {"max-pages", "EXAMWRIGHT_MAX_PAGES", "pages (slides, chapters ...) a document may have"},
            &config::max_pages, 1, 100'000),
        number_setting(
            {"max-characters", "EXAMWRIGHT_MAX_CHARACTERS", "characters of text a document may have"},
            &config::max_characters, 1000, 5'000'000),
        number_setting({"max-documents", "EXAMWRIGHT_MAX_DOCUMENTS", "documents that one user may keep"},
                       &config::max_documents, 1, 1'000'000),
        number_setting({"max-bytes", "EXAMWRIGHT_MAX_BYTES",
                        "bytes that one user's documents may have, as they were uploaded"},
                       &config::max_bytes, 1, 1'000'000'000'000),
        choice_setting({"keep-uploads", "EXAMWRIGHT_KEEP_UPLOADS",
                        "yes, or no: an uploaded file goes when it has been read"},
                       &config::keep_uploads, {"yes", "no"}),
        number_setting({"upload-days", "EXAMWRIGHT_UPLOAD_DAYS",
                        "days after which an uploaded file goes; its text and its tests stay"},
                       &config::upload_days, 1, 36'500),
        number_setting({"test-days", "EXAMWRIGHT_TEST_DAYS",
                        "days after which a test goes, counted from its last change"},
                       &config::test_days, 1, 36'500),
        number_setting({"calls-at-once", "EXAMWRIGHT_CALLS_AT_ONCE",
                        "requests to Claude at the same time, over all tests"},
                       &config::calls_at_once, 1, 64),
        dollars_setting({"daily-budget-usd", "EXAMWRIGHT_DAILY_BUDGET_USD",
                         "what all calls of a UTC day may cost; then generating waits for the next"},
                        &config::daily_budget),
        dollars_setting({"user-daily-budget-usd", "EXAMWRIGHT_USER_DAILY_BUDGET_USD",
                         "what one user's calls of a UTC day may cost"},
                        &config::user_daily_budget),
        choice_setting(
            {"sandbox", "EXAMWRIGHT_SANDBOX",
             "auto, or required: start only with bubblewrap, or Landlock and seccomp together, around the "
             "reading of documents"},
            &config::sandbox, {"auto", "required"}),
        choice_setting({"ocr", "EXAMWRIGHT_OCR",
                        "auto: read scans by text recognition where Tesseract is installed; off: never"},
                       &config::ocr, {"auto", "off"}),
        text_setting({"ocr-languages", "EXAMWRIGHT_OCR_LANGUAGES",
                      "languages of text recognition, by Tesseract's names"},
                     &config::ocr_languages),
        secret_setting({nullptr, "ANTHROPIC_API_KEY", "key of the Claude API"}, &config::api_key),
        path_setting({"api-key-file", "ANTHROPIC_API_KEY_FILE", "file that holds the key instead"},
                     &config::api_key_file),
        text_setting({"base-url", "ANTHROPIC_BASE_URL",
                      "server that speaks the Messages API; http:// only on your own network"},
                     &config::base_url),
        choice_setting(
            {"api-key-header", "EXAMWRIGHT_API_KEY_HEADER", "how the key is sent: bearer, x-api-key"},
            &config::key_header, {"bearer", "x-api-key"}),
        path_setting({"ca-file", "EXAMWRIGHT_CA_FILE", "certificates (PEM) to trust besides the system's"},
                     &config::ca_file),
        also_named("https_proxy",
                   proxy_setting({nullptr, "HTTPS_PROXY",
                                  "proxy on the way to Claude: http://user:password@host:port; "
                                  "https_proxy will do"})),
        also_named(
            "no_proxy",
            text_setting({nullptr, "NO_PROXY",
                          "domains, addresses and networks that are called without it; no_proxy will do"},
                         &config::no_proxy)),
        origins_setting(
            {"cors-origins", "EXAMWRIGHT_CORS_ORIGINS",
             "web pages elsewhere that may call the API: https://app.example.org ..., or * for all"},
            &config::cors_origins),
        switch_setting(
            {"metrics", "EXAMWRIGHT_METRICS", "GET /metrics for Prometheus, with an admin's token: on, off"},
            &config::metrics),
        endpoint_setting(
            {"metrics-listen", "EXAMWRIGHT_METRICS_LISTEN",
             "address of a listener for GET /metrics alone, without a token: 127.0.0.1:9100, or a port"},
            &config::metrics_listen),
        switch_setting({"log-json", "EXAMWRIGHT_LOG_JSON", "the log as JSON, an object a line: on, off"},
                       &config::log_json),
    };
    return all;
}

}  // namespace examwright
