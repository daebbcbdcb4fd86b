#include <exception>
#include <iostream>
#include <string>

#include "tools/benchmark/bare_responder.hpp"
#include "tools/benchmark/sections.hpp"

using namespace examwright::bench;

/// Measures the real programs over loopback. An argument names one section: start, memory, jobs, queue,
/// pipeline, cost, documents, status, latency, mixed.
int main(int argc, char** argv) {
    const std::string wanted = argc > 1 ? argv[1] : "all";
    try {
        if (wanted == "respond" && argc > 2)
            return run_bare_responder(argv[2]);
        report out;
        const auto asked = [&](const char* section) { return wanted == "all" || wanted == section; };
        if (asked("start"))
            measure_start(out);
        if (asked("memory"))
            measure_memory(out);
        if (asked("jobs"))
            measure_jobs(out);
        if (asked("queue"))
            measure_queue(out);
        if (asked("pipeline"))
            measure_pipeline(out);
        if (asked("cost"))
            measure_cost(out);
        if (asked("documents"))
            measure_documents(out);
        if (asked("status"))
            measure_status(out, argv[0]);
        if (asked("latency"))
            measure_latency(out);
        if (asked("mixed"))
            measure_mixed(out);
        return out.missed() ? 1 : 0;
    } catch (const std::exception& e) {
        std::cerr << "bench: " << e.what() << "\n";
        return 2;
    }
}
