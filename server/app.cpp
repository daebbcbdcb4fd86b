#include "server/app.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/ip/address.hpp>
#include <boost/asio/ip/host_name.hpp>
#include <boost/asio/post.hpp>
#include <exception>
#include <iterator>
#include <memory>
#include <stdexcept>
#include <utility>

#include "db/user_store.hpp"
#include "server/accounts/header_login.hpp"
#include "server/routes/admin.hpp"
#include "server/routes/admin_health.hpp"
#include "server/routes/attempts.hpp"
#include "server/routes/auth.hpp"
#include "server/routes/composition.hpp"
#include "server/routes/documents.hpp"
#include "server/routes/exports.hpp"
#include "server/routes/generation.hpp"
#include "server/routes/health.hpp"
#include "server/routes/imports.hpp"
#include "server/routes/links.hpp"
#include "server/routes/metrics.hpp"
#include "server/routes/pages.hpp"
#include "server/routes/questions.hpp"
#include "server/routes/server_info.hpp"
#include "server/routes/sessions.hpp"
#include "server/routes/sign_in.hpp"
#include "server/routes/tests.hpp"
#include "server/routes/topics.hpp"
#include "server/routes/usage.hpp"
#include "server/runtime/activation.hpp"

namespace examwright {

namespace asio = boost::asio;
using namespace std::chrono_literals;

namespace {

registration registration_of(const config& settings) {
    if (settings.registration == "open")
        return registration::open;
    return settings.registration == "closed" ? registration::closed : registration::first;
}

setup_token setup_of(const config& settings) {
    auto database = open_reader(settings.database_file());
    const bool has_accounts = user_store(database).count() > 0;
    return {kept_setup_token(settings.data, has_accounts), settings.setup_token == "always"};
}

std::string url_of(const asio::ip::tcp::endpoint& endpoint) {
    const auto address = endpoint.address().to_string();
    const auto host = endpoint.address().is_v6() ? "[" + address + "]" : address;
    return "http://" + host + ":" + std::to_string(endpoint.port());
}

site_policy site_of(const config& settings) {
    site_policy site;
    site.trusted_proxies = settings.trusted_proxies;
    site.url = settings.url;
    return site;
}

}  // namespace

app::app(asio::io_context& context, const config& settings, logger& log)
    : context_(context),
      settings_(settings),
      log_(log),
      engine_(context, settings, log),
      status_(settings.database_file()),
      site_(site_of(settings)),
      setup_(setup_of(settings)),
      http_(
          context.get_executor(), routes(),
          [this](std::string_view token_hash) { return authenticate(token_hash); }, log, {},
          cors_policy(settings.cors_origins), site_) {}

router app::routes() {
    std::vector<route> all = page_routes();
    const auto add = [&](std::vector<route> more) {
        std::move(more.begin(), more.end(), std::back_inserter(all));
    };
    add(health_routes({engine_.database, settings_.data, [this] { return stopping_; }}));
    if (settings_.metrics)
        add(metrics_routes({engine_.workers, settings_.database_file(),
                            [this](exposition& out) { return write_metrics(out); }}));
    const auto mode = registration_of(settings_);
    add(auth_routes({engine_.database, passwords_, guesses_, site_, mode, setup_, system_now}));
    add(sign_in_routes({engine_.database, passwords_, guesses_, system_now}, site_));
    add(server_info_routes({engine_.database, site_, setup_, mode, engine_.model(), settings_.offline()}));
    add(session_routes({engine_.database, system_now}));
    add(link_routes({engine_.database, passwords_, site_, system_now}));
    add(topic_routes({engine_.database, system_now}));
    const auto end_jobs = [this](const std::string& document_id) { engine_.jobs.cancel_all_of(document_id); };
    const auto end_work = [this](const std::string& document_id) {
        engine_.intake.cancel(document_id);
        engine_.jobs.cancel_all_of(document_id);
    };
    add(admin_routes({engine_.database, engine_.workers, passwords_, settings_.data, system_now, end_work}));
    add(document_routes({engine_.database,
                         engine_.workers,
                         engine_.intake,
                         settings_.data,
                         system_now,
                         end_jobs,
                         {settings_.max_documents, settings_.max_bytes},
                         settings_.max_characters}));
    add(generation_routes({engine_.database,
                           engine_.jobs,
                           engine_.model(),
                           {settings_.daily_budget, settings_.user_daily_budget},
                           system_now}));
    add(question_routes({engine_.database, system_now}));
    add(composition_routes({engine_.database, system_now}));
    add(attempt_routes({engine_.database, system_now}));
    add(usage_routes(
        {engine_.database, engine_.workers, settings_.database_file(), settings_.data, system_now}));
    add(admin_health_routes({engine_.workers, engine_.client(), settings_, system_now}));
    add(export_routes({engine_.database, engine_.workers}));
    add(import_routes({engine_.database,
                       engine_.workers,
                       engine_.extractor,
                       system_now,
                       {settings_.max_documents, settings_.max_bytes}}));
    add(test_routes({engine_.database, status_, engine_.jobs, system_now}));
    add(contract_routes(all, settings_.url ? settings_.url->base : ""));
    return router(std::move(all));
}

/// All requests handled in one iteration of the event loop share a read snapshot. This preserves
/// read-your-writes: a response leaves only after the iteration ends, when the snapshot has been released.
std::optional<token_owner> app::authenticate(std::string_view token_hash) {
    if (status_.begin_snapshot())
        asio::post(context_, [this] { status_.end_snapshot(); });
    return status_.owner_of_token(token_hash, system_now());
}

asio::awaitable<void> app::write_metrics(exposition& out) {
    http_.write_metrics(out);
    co_await engine_.jobs.write_metrics(out);
    engine_.extractor.write_metrics(out);
    out.counter("examwright_log_lines_dropped_total", "Lines that the reader of the log was too slow for.",
                static_cast<double>(log_.dropped()));
}

void app::listen() {
    if (const auto socket = activation_socket())
        endpoint_ = http_.listen_on(*socket);
    else if (const auto path = settings_.unix_socket(); !path.empty())
        http_.listen(path);
    else
        endpoint_ = http_.listen({asio::ip::make_address(settings_.host), settings_.port});
    site_.port = endpoint_ ? endpoint_->port() : 0;
    site_.loopback_alone = endpoint_ && endpoint_->address().is_loopback();
}

void app::listen_for_metrics() {
    if (!settings_.metrics_listen)
        return;
    metrics_site_.loopback_alone = settings_.metrics_listen->address().is_loopback();
    auto write = [this](exposition& out) { return write_metrics(out); };
    router figures(metrics_routes({engine_.workers, settings_.database_file(), write}, route_access::open));
    metrics_http_.emplace(context_.get_executor(), std::move(figures), nullptr, log_, http_limits{},
                          cors_policy(), metrics_site_);
    const auto where = metrics_http_->listen(*settings_.metrics_listen);
    log_.info("listening for /metrics", {{"at", url_of(where)}});
}

std::string app::public_address() const {
    if (settings_.url)
        return settings_.url->text();
    if (!endpoint_)
        return "http://localhost/";
    if (endpoint_->address().is_unspecified())  // an owner knows this machine by its name
        return "http://" + asio::ip::host_name() + ":" + std::to_string(endpoint_->port()) + "/";
    return url_of(*endpoint_) + "/";
}

/// Has a trusted proxy say who a request is from, where the owner named its header.
void app::take_logins_of_proxy() {
    if (settings_.login_header.empty())
        return;
    const bool open = registration_of(settings_) == registration::open;
    auto login = std::make_shared<header_login>(
        header_login{engine_.database, settings_.login_header, open, system_now});
    http_.on_login([login](const http_request& request) { return login->find_user(request); });
}

std::string app::start() {
    take_logins_of_proxy();
    try {
        listen();
        listen_for_metrics();
    } catch (const boost::system::system_error& e) {
        throw std::runtime_error("can't listen on " + settings_.host + ", port " +
                                 std::to_string(settings_.port) + ": " + e.code().message());
    }
    auto on_end = [this](std::exception_ptr error) {
        if (!error)
            return;
        try {
            std::rethrow_exception(error);
        } catch (const std::exception& e) {
            log_.error("what was left unfinished was not taken up", {{"error", e.what()}});
        }
    };
    auto resume = engine_.resume();
    asio::co_spawn(context_, std::move(resume), std::move(on_end));
    return endpoint_ ? url_of(*endpoint_) : "unix:" + http_.unix_path();
}

asio::awaitable<void> app::stop() {
    stopping_ = true;
    co_await http_.stop(5s);
    if (metrics_http_)
        co_await metrics_http_->stop(0s);
    co_await engine_.stop(10s);
}

}  // namespace examwright
