#pragma once

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/cancellation_signal.hpp>
#include <boost/asio/steady_timer.hpp>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>

#include "core/timestamp.hpp"
#include "db/records.hpp"
#include "server/extract/text_extractor.hpp"
#include "server/runtime/database_thread.hpp"
#include "server/runtime/log.hpp"

namespace examwright {

/// Takes uploaded documents from "processing" to "ready" or "extraction_failed". On the I/O thread. Its parts
/// outlive it, and stop() has to end before it goes.
class extraction_queue {
  public:
    struct parts {
        boost::asio::any_io_executor executor;
        database_thread& database;
        text_extractor& extractor;
        std::filesystem::path data_folder;  // what file_path is relative to
        std::function<timestamp()> now;
        logger& log;
        bool keep_uploads = true;  // else a file goes when it has been read
    };

    explicit extraction_queue(parts given);
    ~extraction_queue();

    /// The document is stored as "processing", its file complete. Does nothing if it is being read already.
    void start(const document_record& document);
    /// Starts what a stop or a crash left "processing".
    boost::asio::awaitable<void> resume();
    /// The document is about to be removed.
    void cancel(std::string_view id);
    /// Cancels all and waits for their end; they stay "processing", for resume() at the next start.
    boost::asio::awaitable<void> stop();
    std::size_t running() const { return running_.size(); }

  private:
    boost::asio::awaitable<void> take_in(document_record document);
    boost::asio::awaitable<result<extraction_report>> read(const document_record& document);
    boost::asio::awaitable<void> store(const document_record& document,
                                       const result<extraction_report>& outcome);
    void store_progress(const std::string& id, int pages_done, int pages_total);
    void ended(const std::string& id, std::exception_ptr error);
    void wake_stop();

    parts parts_;
    std::map<std::string, std::unique_ptr<boost::asio::cancellation_signal>, std::less<>> running_;
    std::set<std::string> storing_progress_;
    boost::asio::steady_timer all_ended_;
    bool stopping_ = false;
};

}  // namespace examwright
