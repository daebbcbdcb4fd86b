#pragma once

#include <SQLiteCpp/Database.h>

#include <string>
#include <vector>

#include "core/generation/job.hpp"
#include "db/records.hpp"

namespace examwright {

/// What a job begins or goes on with.
struct job_material {
    std::string text;  // of the document
    std::vector<call_record> calls;
    std::vector<std::string> topic_slugs;
    std::vector<std::string> asked_before;
    std::vector<question> taken;
    int starts = 0;  // of this job, the one under way included
};

/// Counts the start. On the database thread.
job_material read_material(SQLite::Database& database, const generated_test_record& test, timestamp now);

/// Cuts the document into chunks: with a long one, too much work for the I/O thread.
generation_job plan_job(const generated_test_record& test, job_material material);

}  // namespace examwright
