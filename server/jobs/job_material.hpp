#pragma once

#include <SQLiteCpp/Database.h>

#include <string>
#include <vector>

#include "core/generation/job.hpp"
#include "db/records.hpp"

namespace examwright {

/// What a job begins or goes on with.
struct job_material {
    std::string text;       // of the document
    std::string structure;  // its spans, as encode_spans() writes them
    std::vector<call_record> calls;
    std::vector<std::string> topic_slugs;
    std::vector<std::string> asked_before;
    std::vector<question> taken;
    int starts = 0;        // earlier runs of the server that worked on it and did not end well
    bool counted = false;  // this run counts already, until it is planned
};

/// Counts the start of a job that was begun before, so that a crash while it is planned is not repeated for
/// ever. On the database thread.
job_material read_material(SQLite::Database& database, const generated_test_record& test, timestamp now);

/// Cuts the document into chunks. On a worker thread.
generation_job plan_job(const generated_test_record& test, job_material material);

}  // namespace examwright
