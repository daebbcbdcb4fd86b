#include "server/api/document_json.hpp"

#include <boost/json/value_from.hpp>
#include <optional>

#include "core/timestamp.hpp"

namespace examwright {

namespace json = boost::json;

namespace {

template <class T>
json::value or_null(const std::optional<T>& value) {
    return value ? json::value(json::value_from(*value)) : json::value(nullptr);
}

json::value text_or_null(const std::string& text) {
    return text.empty() ? json::value(nullptr) : json::value(text);
}

}  // namespace

json::object document_json(const document_record& document) {
    json::object shown;
    shown["id"] = document.id;
    shown["user_id"] = document.user_id;
    shown["source_type"] = document.source_type;
    shown["filename"] = or_null(document.filename);
    shown["file_size_bytes"] = or_null(document.file_size_bytes);
    shown["title"] = or_null(document.title);
    shown["status"] = document.status;
    shown["failure_reason"] = or_null(document.failure_reason);
    shown["target_questions"] = or_null(document.target_questions);
    shown["pages"] = text_or_null(document.pages);
    shown["pages_done"] = or_null(document.pages_done);
    shown["pages_total"] = or_null(document.pages_total);
    shown["character_count"] = or_null(document.character_count);
    shown["word_count"] = or_null(document.word_count);
    shown["page_count"] = or_null(document.page_count);
    shown["page_name"] = document.page_name;
    shown["used_ocr_pages"] = or_null(document.used_ocr_pages);
    shown["ocr_pages"] = text_or_null(document.ocr_pages);
    shown["unread_pages"] = text_or_null(document.unread_pages);
    shown["created_at"] = to_rfc3339(document.created_at);
    shown["updated_at"] = to_rfc3339(document.updated_at);
    return shown;
}

}  // namespace examwright
