#pragma once

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <string>
#include <vector>

#include "db/records.hpp"

namespace examwright {

/// A test and a question as the API shows them.
boost::json::object test_json(const generated_test_record& test, bool stale);
boost::json::object test_json(const generated_test_record& test, bool stale, boost::json::array questions);
/// Its flaws as those of a question by itself.
boost::json::object question_json(const question_record& question);
/// ... and as one of the questions of its test, whose subject is no cue and whose language is the right one.
boost::json::object question_json(const question_record& question, const std::vector<question_record>& test);
/// question_json() of each, all of one test. Looks for the flaws of all: not on the I/O thread.
boost::json::array questions_json(const std::vector<question_record>& questions);
/// The body of GET /tests/{id}/status. Made by hand: it is asked for more often than all else together, and
/// nothing in it needs escaping.
std::string status_json(const test_status_record& test);
/// Its ETag: the values that status_json() is made of, so that equal tags mean equal bytes.
std::string status_tag(const test_status_record& test);

/// "Generating... usually under 1 minute. 0 of 12 questions created" until the test has ended, then "12 of 12
/// questions created": word for word as the old service had it.
std::string progress_message(bool unfinished, int generated, int target);

}  // namespace examwright
