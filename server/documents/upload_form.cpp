#include "server/documents/upload_form.hpp"

#include <charconv>
#include <utility>

#include "core/document/page_range.hpp"
#include "core/text/clean_name.hpp"
#include "core/text/unicode.hpp"

namespace examwright {

namespace {

constexpr std::size_t longest_field = 4096;
constexpr std::int64_t most_file_bytes = 50'000'000;

result<int> read_target_questions(std::string_view text) {
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || value < 1 || value > 20)
        return invalid("target_questions must be between 1 and 20");
    return value;
}

}  // namespace

upload_form::upload_form(std::string_view boundary)
    : parser_(boundary, {[this](const multipart_part& part) { begin(part); },
                         [this](std::string_view data) { add(data); }, [this] { end_part(); }}) {}

result<void> upload_form::feed(std::string_view piece) {
    auto fed = parser_.feed(piece);
    if (error_)
        return *error_;
    return fed;
}

std::string upload_form::take_bytes() {
    const bool taken = type_ || (sample_.has_head() && sample_.needs_tail());
    return taken ? std::exchange(pending_, {}) : std::string();
}

void upload_form::begin(const multipart_part& part) {
    current_ = field::none;
    if (part.name == "file") {
        if (filename_ && !error_)
            error_ = invalid("There is more than one file: send one at a time.");
        current_ = field::file;
        filename_ = display_filename(part.filename.value_or(""));
    } else if (part.name == "title") {
        current_ = field::title;
        title_.emplace();
    } else if (part.name == "num_questions" || part.name == "target_questions") {
        current_ = field::target_questions;
        target_questions_.emplace();
    } else if (part.name == "pages") {
        current_ = field::pages;
        pages_.emplace();
    } else if (!error_) {
        std::string told(1, '"');
        told += display_text(part.name.substr(0, 60));
        error_ = invalid(told + "\" is no field of an upload: they are file, title, pages and num_questions");
    }
}

void upload_form::add(std::string_view data) {
    if (error_ || current_ == field::none)
        return;
    if (current_ == field::file) {
        size_ += static_cast<std::int64_t>(data.size());
        if (size_ > most_file_bytes) {
            error_ = problem{problem_kind::too_large, "The file has more than 50 MB. Send a part of it."};
            return;
        }
        pending_ += data;
        if (!type_)
            sample_.add(data);
        if (!type_ && sample_.has_head() && !sample_.needs_tail())
            detect();
        return;
    }
    auto& value = kept(current_);
    value += data;
    if (value.size() > longest_field)
        error_ = invalid(std::string(current_ == field::title   ? "title"
                                     : current_ == field::pages ? "pages"
                                                                : "num_questions") +
                         " is too long");
}

std::string& upload_form::kept(field kind) {
    return kind == field::title ? *title_ : kind == field::pages ? *pages_ : *target_questions_;
}

void upload_form::end_part() {
    if (current_ == field::file && !type_ && !error_)
        detect();
    current_ = field::none;
}

void upload_form::detect() {
    if (size_ == 0) {
        error_ = invalid("The file is empty.");
        return;
    }
    const auto type = detect_document_type(sample_, *filename_);
    if (type)
        type_ = *type;
    else
        error_ = type.error();
}

result<upload_form::fields> upload_form::finish() const {
    if (!parser_.complete())
        return invalid("The form breaks off before its end.");
    if (!type_)
        return invalid("The file is missing: send it as the field \"file\" of multipart/form-data.");
    fields read{*type_, *filename_, size_, display_text(title_.value_or("")), std::nullopt, {}};
    if (read.filename.empty())
        read.filename = "document";
    if (read.title.empty())
        read.title = stem_of(read.filename);
    if (target_questions_ && !target_questions_->empty()) {
        const auto target = read_target_questions(*target_questions_);
        if (!target)
            return target.error();
        read.target_questions = *target;
    }
    if (pages_ && !trimmed(*pages_).empty()) {
        const auto pages = parse_page_ranges(*pages_);
        if (!pages)
            return pages.error();
        read.pages = to_string(*pages);
    }
    return read;
}

}  // namespace examwright
