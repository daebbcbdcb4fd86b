#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "server/http/message.hpp"
#include "server/http/site_policy.hpp"

namespace examwright {

/// What proves that the first account, the admin, is made by the server's owner.
struct setup_token {
    std::string value;    // empty: there is an account already
    bool always = false;  // ask for it on this machine too (EXAMWRIGHT_SETUP_TOKEN)

    /// Whether the first account must show it: not where the request comes from this machine itself.
    bool asked_of(const http_request& request, const site_policy& site) const {
        return always || !site.is_local(request);
    }
    /// Compares in constant time; false for no token.
    bool matches(std::string_view shown) const;
    /// The page that makes the first account. The token stands behind the #, which reaches no log.
    std::string link(const std::string& server_url) const { return server_url + "#/welcome/" + value; }
};

/// The token in the data folder's file setup-token, made where there is none, so that a restart does not
/// spoil a link; only the folder's owner can read it. Where there are accounts the file goes, and nothing is
/// returned.
std::string kept_setup_token(const std::filesystem::path& data_folder, bool has_accounts);

}  // namespace examwright
