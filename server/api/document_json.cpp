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
    shown["character_count"] = or_null(document.character_count);
    shown["word_count"] = or_null(document.word_count);
    shown["page_count"] = or_null(document.page_count);
    shown["used_ocr_pages"] = or_null(document.used_ocr_pages);
    shown["created_at"] = to_rfc3339(document.created_at);
    shown["updated_at"] = to_rfc3339(document.updated_at);
    return shown;
}

}  // namespace examwright
