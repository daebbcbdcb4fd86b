#include "server/cli/user_command.hpp"

#include <boost/json/serialize.hpp>
#include <boost/program_options/value_semantic.hpp>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <limits>
#include <optional>
#include <utility>
#include <variant>

#include "core/timestamp.hpp"
#include "db/link_store.hpp"
#include "db/user_store.hpp"
#include "server/accounts/account_rules.hpp"
#include "server/accounts/password_hasher.hpp"
#include "server/cli/password_prompt.hpp"
#include "server/cli/user_list.hpp"
#include "server/config/command_line.hpp"
#include "server/config/data_folder.hpp"
#include "server/engine.hpp"
#include "server/http/public_url.hpp"
#include "server/routes/document_upload.hpp"
#include "server/runtime/token.hpp"

namespace examwright {

namespace json = boost::json;
namespace po = boost::program_options;

namespace {

void tell(const command_input& input, const json::object& as_json, const std::string& sentence) {
    std::cout << (input.has("json") ? json::serialize(as_json) : sentence) << "\n";
}

/// The account with this address; nothing, having said so, where there is none.
std::optional<user_record> find_user(SQLite::Database& database, const std::string& command,
                                     const std::string& email) {
    const auto found = user_store(database).find_by_email(email);
    if (found)
        return found->user;
    failed(command, "there is no account with the e-mail address " + email);
    return std::nullopt;
}

int add(const command_form& form, const command_input& input) {
    const auto email = checked_email(input.arguments[0]);
    if (!email)
        return failed(form.name, email.error().detail);
    auto database = open_or_create(data_folder_of(input));
    user_store users(database);
    if (const auto taken = users.find_by_email(*email))
        return failed(form.name,
                      "there is an account with the e-mail address " + taken->user.email + " already");
    const std::string usual_role = users.count() == 0 ? "admin" : "faculty";
    const auto role = checked_role(input.has("role") ? input.text("role") : usual_role);
    if (!role)
        return wrong_use(form.name, role.error().detail);
    const auto password = read_new_password(input.has("password-stdin"));
    if (!password)
        return failed(form.name, password.error().detail);
    const auto user = users.create(*email, hash_password(*password), *role, system_now());
    if (!user)
        return failed(form.name, user.error().detail);
    tell(input, user_json(*user), "added " + printable(user->email) + " (" + user->role + ")");
    return 0;
}

/// Ends the user's sessions, too: the password may have been in the wrong hands.
int set_password(const command_form& form, const command_input& input) {
    auto database = open_existing(data_folder_of(input));
    const auto user = find_user(database, form.name, input.arguments[0]);
    if (!user)
        return 1;
    const auto password = read_new_password(input.has("password-stdin"));
    if (!password)
        return failed(form.name, password.error().detail);
    const auto hash = hash_password(*password);
    if (!user_store(database).reset_password(user->id, hash, system_now()))
        return failed(form.name, "the account of " + printable(user->email) + " has been removed meanwhile");
    tell(input, user_json(*user),
         "set a new password for " + printable(user->email) + " and ended all sessions");
    return 0;
}

/// Where people open the server, as far as a command can know it.
std::string default_address() {
    const char* set = std::getenv("EXAMWRIGHT_PUBLIC_URL");
    return set && *set ? set : "http://127.0.0.1:8000";
}

/// For whom forgot the password: whoever has the link sets a new one, once.
int reset_link(const command_form& form, const command_input& input) {
    const auto address = read_public_url(input.text("public-url"));
    if (!address)
        return wrong_use(form.name, address.error().detail);
    auto database = open_existing(data_folder_of(input));
    const auto user = find_user(database, form.name, input.arguments[0]);
    if (!user)
        return 1;
    const auto token = new_token();
    const auto now = system_now();
    const auto made =
        link_store(database).reset_link(sha256_hex(token), user->id, now, now + reset_link_lifetime);
    if (!made)
        return failed(form.name, made.error().detail);
    const auto link = address->text() + "#/reset/" + token;
    tell(input, {{"link", link}, {"expires_at", to_rfc3339(made->expires_at)}},
         "give this link to " + printable(user->email) + "; it works once, for 24 hours:\n" + link);
    return 0;
}

int set_role(const command_form& form, const command_input& input) {
    const auto role = checked_role(input.arguments[1]);
    if (!role)
        return wrong_use(form.name, role.error().detail);
    auto database = open_existing(data_folder_of(input));
    const auto user = find_user(database, form.name, input.arguments[0]);
    if (!user)
        return 1;
    const auto changed = user_store(database).set_role(user->id, *role, system_now());
    if (!changed)
        return failed(form.name, changed.error().detail);
    tell(input, user_json(*changed), printable(changed->email) + " is " + changed->role + " now");
    return 0;
}

int list(const command_form&, const command_input& input) {
    auto database = open_existing(data_folder_of(input));
    const auto users = user_store(database).list({std::numeric_limits<int>::max(), 0});
    std::cout << (input.has("json") ? users_as_json(users) : users_as_text(users));
    return 0;
}

int remove(const command_form& form, const command_input& input) {
    const auto folder = data_folder_of(input);
    auto database = open_existing(folder);
    const auto user = find_user(database, form.name, input.arguments[0]);
    if (!user)
        return 1;
    const auto removed = user_store(database).remove(user->id);
    if (!removed)
        return failed(form.name, removed.error().detail);
    for (const auto& document : *removed)
        std::filesystem::remove(folder / upload_path(document));
    auto told = user_json(*user);
    told["documents"] = removed->size();
    tell(input, told,
         "removed " + printable(user->email) + " with " + std::to_string(removed->size()) + " documents");
    return 0;
}

struct action {
    const char* name;
    std::vector<std::string> arguments;
    const char* about;
    int (*run)(const command_form&, const command_input&);
    bool takes_password = false;
    bool takes_role = false;
    bool takes_address = false;
};

const action user_actions[] = {
    {"add",
     {"EMAIL"},
     "Adds an account: an admin's where it is the first, else one for faculty, unless --role says otherwise.",
     add,
     true,
     true},
    {"passwd", {"EMAIL"}, "Sets a new password, and ends all sessions of the account.", set_password, true},
    {"reset-link",
     {"EMAIL"},
     "Prints a link by which the user sets a new password, once, within 24 hours.",
     reset_link,
     false,
     false,
     true},
    {"role", {"EMAIL", "ROLE"}, "Makes a user an admin (admin), or no admin (faculty).", set_role},
    {"list", {}, "Lists the accounts.", list},
    {"remove",
     {"EMAIL"},
     "Removes an account with its documents, their files, its tests and sessions, for good.",
     remove},
};

command_form form_of(const action& action) {
    command_form form;
    form.name = std::string("user ") + action.name;
    form.arguments = action.arguments;
    form.about = action.about;
    form.exit_codes =
        "A server may be running on the data folder.\n"
        "Exit codes: 0 done; 1 not done, the reason is on stderr; 2 wrong use.";
    if (action.takes_role)
        form.options.add_options()("role", po::value<std::string>(), "admin or faculty");
    if (action.takes_password)
        form.options.add_options()("password-stdin",
                                   "the password is the first line of stdin, and no prompt asks for it");
    if (action.takes_address)
        form.options.add_options()("public-url", po::value<std::string>()->default_value(default_address()),
                                   "the address at which people open the server (EXAMWRIGHT_PUBLIC_URL)");
    form.options.add_options()("json", "prints what was done as JSON");
    add_data_flag(form.options);
    return form;
}

void print_usage(std::ostream& out) {
    out << "Usage: examwright user ACTION [options]\n\nThe accounts of a server, straight in its data "
           "folder.\n\n";
    for (const auto& action : user_actions) {
        std::string words = action.name;
        for (const auto& argument : action.arguments)
            words += " " + argument;
        words.resize(18, ' ');
        out << "  " << words << action.about << "\n";
    }
    out << "\nOptions of each: examwright user ACTION --help\n";
}

}  // namespace

int user_command(const std::vector<std::string>& arguments) {
    if (!arguments.empty() && (arguments[0] == "--help" || arguments[0] == "-h")) {
        print_usage(std::cout);
        return 0;
    }
    for (const auto& action : user_actions) {
        if (arguments.empty() || arguments[0] != action.name)
            continue;
        const auto form = form_of(action);
        const auto read = read_command_line(form, {arguments.begin() + 1, arguments.end()});
        const auto* input = std::get_if<command_input>(&read);
        return input ? action.run(form, *input) : std::get<int>(read);
    }
    return wrong_use("user", arguments.empty()
                                 ? "name what to do: add, passwd, reset-link, role, list or remove"
                                 : "there is no action \"" + arguments[0] + "\"");
}

}  // namespace examwright
