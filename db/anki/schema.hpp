#pragma once

/// What is the same in every collection of Anki's schema 11.
namespace examwright::anki_schema {

extern const char* const tables;         // SQL
extern const char* const configuration;  // JSON, for col.conf
extern const char* const deck_options;   // JSON, for col.dconf: Anki's own defaults

}  // namespace examwright::anki_schema
