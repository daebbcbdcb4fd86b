#pragma once

#include <filesystem>

namespace examwright::test {

/// Makes a file such as the old service leaves, in plain SQL of its dialect and without our migrations: two
/// users (the password of both is "old-password", in bcrypt), the six topics under ids of its own, three
/// documents, two ended tests and four questions.
struct old_database {
    int revision = 6;                    // 5 or 6
    bool with_alembic_version = true;    // create_all makes none
    const char* alembic_version = "";    // "" for the right one
    bool with_unfinished_tests = false;  // two more: one waits for a batch at revision 5, one does not
    bool with_orphans = false;           // a question without a test, a document without a user

    void make(const std::filesystem::path& file) const;

    static constexpr const char* asha = "0a000000-0000-4000-8000-000000000001";  // asha@example.org, faculty
    static constexpr const char* ben =
        "0a000000-0000-4000-8000-000000000002";  // Ben@Example.org, super_admin
    static constexpr const char* pdf = "0b000000-0000-4000-8000-000000000001";     // Asha's, ready
    static constexpr const char* pasted = "0b000000-0000-4000-8000-000000000002";  // Ben's, ready
    static constexpr const char* failed =
        "0b000000-0000-4000-8000-000000000003";  // Asha's, extraction_failed
    /// Asha's, completed: question 1 has an object of four options, 2 a list of four, 3 a list of five with
    /// the key E, 4 an object of five. The sort orders are 1, 2, 4, 5.
    static constexpr const char* completed = "0c000000-0000-4000-8000-000000000001";
    static constexpr const char* timed_out = "0c000000-0000-4000-8000-000000000002";  // Ben's, failed_timeout
    static constexpr const char* waiting =
        "0c000000-0000-4000-8000-000000000003";  // generating, with a batch_id
    static constexpr const char* running = "0c000000-0000-4000-8000-000000000004";  // generating, without one
};

}  // namespace examwright::test
