#pragma once

#include <cstddef>
#include <list>
#include <string>
#include <unordered_map>
#include <utility>

namespace examwright {

/// A map of bounded size: the key that was touched longest ago makes room for a new one, in constant time.
template <class Value>
class recent_map {
  public:
    explicit recent_map(std::size_t most_keys) : most_keys_(most_keys) {}

    /// The value of a key, empty for a new one; makes the key the latest.
    Value& touch(const std::string& key) {
        auto found = by_key_.find(key);
        if (found == by_key_.end()) {
            if (by_age_.size() >= most_keys_)
                erase(by_age_.front().first);
            found = by_key_.emplace(key, by_age_.insert(by_age_.end(), {key, Value{}})).first;
        }
        by_age_.splice(by_age_.end(), by_age_, found->second);
        return found->second->second;
    }
    /// Null for a key that is not there. Belongs to the map.
    Value* find(const std::string& key) {
        const auto found = by_key_.find(key);
        return found == by_key_.end() ? nullptr : &found->second->second;
    }
    const Value* find(const std::string& key) const { return const_cast<recent_map*>(this)->find(key); }
    void erase(std::string key) {
        const auto found = by_key_.find(key);
        if (found == by_key_.end())
            return;
        by_age_.erase(found->second);
        by_key_.erase(found);
    }

  private:
    using entries = std::list<std::pair<std::string, Value>>;

    std::size_t most_keys_;
    entries by_age_;  // touched longest ago first
    std::unordered_map<std::string, typename entries::iterator> by_key_;
};

}  // namespace examwright
