#include "test/support/command_run.hpp"

#include <boost/json/parse.hpp>
#include <fstream>
#include <iterator>

#include "test/support/temporary_folder.hpp"

namespace examwright::test {

boost::json::object command_run::json() const {
    return boost::json::parse(output).as_object();
}

command_run run_command(const std::vector<std::string>& arguments, const child_process::variables& settings,
                        const std::string& input) {
    const temporary_folder folder;
    const auto in = (folder.path() / "in").string();
    const auto errors = (folder.path() / "errors").string();
    std::ofstream(in) << input;
    child_process process(EXAMWRIGHT_BINARY, arguments, settings, errors, in);
    command_run run;
    run.output = process.read_all();
    run.exit_code = process.wait();
    std::ifstream file(errors);
    run.errors.assign(std::istreambuf_iterator<char>(file), {});
    return run;
}

}  // namespace examwright::test
