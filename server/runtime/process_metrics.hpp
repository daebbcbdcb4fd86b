#pragma once

#include "server/runtime/metrics.hpp"

namespace examwright {

/// What every exporter tells of its process, under the names that Prometheus' client libraries agreed on.
/// Reads /proc; callable from any thread.
void write_process_metrics(exposition& out);

}  // namespace examwright
