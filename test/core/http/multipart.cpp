#include "core/http/multipart.hpp"

#include <boost/test/unit_test.hpp>
#include <ostream>
#include <string>
#include <vector>

using namespace examwright;
using namespace std::string_literals;

namespace {

struct read_form {
    std::vector<multipart_part> parts;
    std::vector<std::string> contents;
    std::size_t ended = 0;
    std::string error;
    bool complete = false;
};

/// The form, fed in the pieces that cuts part it into.
read_form read(const std::string& form, const std::vector<std::size_t>& cuts = {},
               const std::string& boundary = "b") {
    read_form read;
    multipart_parser parser(
        boundary, {[&](const multipart_part& part) {
                       read.parts.push_back(part);
                       read.contents.emplace_back();
                   },
                   [&](std::string_view data) { read.contents.back() += data; }, [&] { ++read.ended; }});
    std::size_t from = 0;
    auto ends = cuts;
    ends.push_back(form.size());
    for (const auto to : ends) {
        const auto fed = parser.feed(std::string_view(form).substr(from, to - from));
        if (!fed) {
            read.error = fed.error().detail;
            break;
        }
        from = to;
    }
    read.complete = parser.complete();
    return read;
}

std::string part(const std::string& disposition, const std::string& content) {
    return "--b\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n" + content + "\r\n";
}

std::string name_in(const std::string& disposition) {
    const auto form = read(part(disposition, ""));
    BOOST_TEST_REQUIRE(form.parts.size() == 1u, disposition);
    return form.parts[0].name;
}

std::string filename_in(const std::string& parameters) {
    const auto form = read(part("name=\"file\"; " + parameters, ""));
    BOOST_TEST_REQUIRE(form.parts.size() == 1u, parameters);
    return form.parts[0].filename.value_or("none");
}

const std::string awkward_content = "\r\n--\r\n--a\r\r\n-\0--b--\r\n--B\r\n-- b"s;
const std::string whole_form = "A preamble that nobody reads\r\n" + part("name=\"title\"", "Cells") +
                               part("name=\"file\"; filename=\"a.txt\"", awkward_content) +
                               part("name=\"empty\"", "") + "--b--\r\nand an epilogue --b\r\n";

void check_whole_form(const read_form& form) {
    BOOST_TEST_REQUIRE(form.parts.size() == 3u);
    BOOST_TEST(form.error.empty());
    BOOST_TEST(form.complete);
    BOOST_TEST(form.ended == 3u);
    BOOST_TEST(form.parts[0].name == "title");
    BOOST_TEST(!form.parts[0].filename);
    BOOST_TEST(form.contents[0] == "Cells");
    BOOST_TEST(form.parts[1].name == "file");
    BOOST_TEST(form.parts[1].filename.value() == "a.txt");
    BOOST_TEST((form.contents[1] == awkward_content));
    BOOST_TEST(form.contents[2].empty());
}

}  // namespace

BOOST_AUTO_TEST_SUITE(multipart)

BOOST_AUTO_TEST_CASE(a_form_is_read_whole_however_it_is_cut) {
    check_whole_form(read(whole_form));
    for (std::size_t i = 0; i <= whole_form.size(); ++i)
        for (std::size_t j = i; j <= whole_form.size(); ++j)
            check_whole_form(read(whole_form, {i, j}));
    std::vector<std::size_t> bytes;
    for (std::size_t i = 1; i < whole_form.size(); ++i)
        bytes.push_back(i);
    check_whole_form(read(whole_form, bytes));
}

BOOST_AUTO_TEST_CASE(a_form_that_breaks_off_is_not_complete) {
    const auto end = whole_form.rfind("--b--") + 4;
    for (std::size_t length = 0; length < end; ++length) {
        const auto form = read(whole_form.substr(0, length));
        BOOST_TEST(form.error.empty());
        BOOST_TEST(!form.complete);
    }
}

BOOST_AUTO_TEST_CASE(names_are_read_as_browsers_and_tools_write_them) {
    BOOST_TEST(name_in("name=\"a b;c=d\"") == "a b;c=d");
    BOOST_TEST(name_in("name=bare") == "bare");
    BOOST_TEST(name_in("NAME = \"spaced\" ; filename=x") == "spaced");
    BOOST_TEST(name_in("filename=\"x; name=no\"; name=\"yes\"") == "yes");
    BOOST_TEST(name_in("flag; name=\"after a flag\"") == "after a flag");
    BOOST_TEST(name_in("\tname=\"tab\"") == "tab");
    BOOST_TEST(name_in("name=\"\xD0\xAF\"") == "\xD0\xAF");
    BOOST_TEST(name_in("name=\"unclosed") == "unclosed");
    BOOST_TEST(name_in("filename*=x; surname=no; name=\"\"") == "");
}

BOOST_AUTO_TEST_CASE(file_names_are_taken_as_sent) {
    BOOST_TEST(filename_in("filename=\"a \\\"quoted\\\" name.pdf\"") == "a \"quoted\" name.pdf");
    BOOST_TEST(filename_in("filename=\"C:\\notes\\cells.pdf\"") == "C:\\notes\\cells.pdf");
    BOOST_TEST(filename_in("filename=\"back\\\\slash\"") == "back\\slash");
    BOOST_TEST(filename_in("filename=\"\"") == "");
    BOOST_TEST(filename_in("other=\"x\"") == "none");
    BOOST_TEST(filename_in("filename=\"ends with a backslash\\\"") == "ends with a backslash\"");
}

BOOST_AUTO_TEST_CASE(file_names_in_encoded_words_are_decoded) {
    BOOST_TEST(filename_in("filename=\"=?UTF-8?B?bmHDr3ZlLnBkZg==?=\"") == "na\xC3\xAFve.pdf");
    BOOST_TEST(filename_in("filename==?UTF-8?Q?a_b.pdf?=") == "a b.pdf");
}

BOOST_AUTO_TEST_CASE(the_extended_file_name_goes_first) {
    BOOST_TEST(filename_in("filename=\"naive.pdf\"; filename*=UTF-8''na%C3%AFve%20%31.pdf") ==
               "na\xC3\xAFve 1.pdf");
    BOOST_TEST(filename_in("filename*=utf-8'en'x%2; filename=\"y\"") == "x%2");
    BOOST_TEST(filename_in("filename*=UTF-8''%zz%4") == "%zz%4");
    BOOST_TEST(filename_in("filename*=ISO-8859-1''%E9; filename=\"e\"") == "e");
    BOOST_TEST(filename_in("filename*=UTF-8; filename=\"e\"") == "e");
    BOOST_TEST(filename_in("filename*=UTF-8'; filename=\"e\"") == "e");
}

BOOST_AUTO_TEST_CASE(what_is_no_form_is_refused) {
    for (const std::string bad : {
             "--b\r\n\r\nNo header\r\n--b--",
             "--b\r\nContent-Type: text/plain\r\n\r\nNo disposition\r\n--b--",
             "--b\r\nContent-Disposition: form-data\r\n\r\nNo name\r\n--b--",
             "--b\r\nContent-Disposition: form-data; filename=\"x\"\r\n\r\nNo name\r\n--b--",
         }) {
        BOOST_TEST(read(bad).error == "A part of the form has no name.", bad);
        BOOST_TEST(!read(bad).complete);
    }
    BOOST_TEST(read("no boundary at all").parts.empty());
    BOOST_TEST(!read("no boundary at all").complete);
    BOOST_TEST(read("--b--").complete);
}

BOOST_AUTO_TEST_CASE(a_header_is_at_most_eight_thousand_bytes_in_whatever_pieces) {
    const auto with_header = [](std::size_t length) {
        const std::string begin = "\r\nContent-Disposition: form-data; name=\"x\"\r\nX: ";
        return "--b" + begin + std::string(length - begin.size(), 'x') + "\r\n\r\nContent\r\n--b--";
    };
    for (const std::size_t length : {8 * 1024u - 1, 8 * 1024u, 8 * 1024u + 1, 60 * 1024u}) {
        const auto form = with_header(length);
        const bool fits = length <= 8 * 1024;
        std::vector<std::size_t> bytes;
        for (std::size_t i = 1; i < form.size(); ++i)
            bytes.push_back(i);
        for (const auto& cuts : {std::vector<std::size_t>{}, {5000}, {8000, 8150, 8190, 8199}, bytes}) {
            const auto got = read(form, cuts);
            BOOST_TEST(got.complete == fits);
            BOOST_TEST(got.error == (fits ? "" : "A part of the form has a header that is too long."));
        }
    }
    BOOST_TEST(read("--b" + std::string(9000, 'x')).error ==
               "A boundary of the form is not followed by a line's end.");
}

BOOST_AUTO_TEST_CASE(many_small_parts_in_one_piece_are_read_in_linear_time) {
    std::string form;
    for (int i = 0; i < 200'000; ++i)
        form += part("name=x", "");
    const auto got = read(form + "--b--");  // quadratic, it would take minutes
    BOOST_TEST(got.ended == 200'000u);
    BOOST_TEST(got.complete);
}

BOOST_AUTO_TEST_CASE(the_boundary_comes_from_the_content_type) {
    BOOST_TEST(multipart_boundary("multipart/form-data; boundary=abc").value() == "abc");
    BOOST_TEST(multipart_boundary("Multipart/Form-Data;charset=utf-8; Boundary=\"a b:c\"").value() ==
               "a b:c");
    BOOST_TEST(multipart_boundary("multipart/form-data ; boundary=----x").value() == "----x");
    BOOST_TEST(multipart_boundary("multipart/form-data; boundary=" + std::string(70, 'x')).has_value());
    for (const std::string bad :
         {"", "multipart/form-data", "multipart/form-data; boundary=", "multipart/mixed; boundary=b",
          "multipart/form-datax; boundary=b", "text/plain; x=multipart/form-data; boundary=b"})
        BOOST_TEST(!multipart_boundary(bad), bad);
    BOOST_TEST(!multipart_boundary("multipart/form-data; boundary=" + std::string(71, 'x')));
}

BOOST_AUTO_TEST_SUITE_END()
