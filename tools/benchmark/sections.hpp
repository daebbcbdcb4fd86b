#pragma once

#include <string>

#include "tools/benchmark/report.hpp"

namespace examwright::bench {

/// Job time over call time, on a document of 60 pages with calls of one second.
void measure_jobs(report& out);
/// Requests for the status per second, over those of the barest Beast responder (this program, as a child).
void measure_status(report& out, const std::string& this_program);
/// The status's latency while jobs, uploads and logins go on.
void measure_latency(report& out);
/// How well twenty tests at once keep the four slots busy.
void measure_queue(report& out);
/// The processor time that one test's own work takes.
void measure_pipeline(report& out);
/// Calls, tokens and dollars per accepted question.
void measure_cost(report& out);
/// Two hundred connections that ask for everything, while jobs run.
void measure_mixed(report& out);
/// Resident memory after the start, and after 1,000 connections and 50 jobs.
void measure_memory(report& out);
/// Reading documents: over what poppler and Tesseract take by themselves, and beside other requests.
void measure_documents(report& out);
/// From the start of the program to the first answer.
void measure_start(report& out);

}  // namespace examwright::bench
