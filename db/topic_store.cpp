#include "db/topic_store.hpp"

#include <SQLiteCpp/Statement.h>

namespace examwright {

std::vector<topic_record> topic_store::list() {
    SQLite::Statement query(database_, "SELECT id, slug, name FROM topic_list ORDER BY sort_order, slug");
    std::vector<topic_record> topics;
    while (query.executeStep())
        topics.push_back(
            {query.getColumn(0).getString(), query.getColumn(1).getString(), query.getColumn(2).getString()});
    return topics;
}

}  // namespace examwright
