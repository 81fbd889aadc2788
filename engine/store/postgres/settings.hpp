#pragma once
// What a connection to PostgreSQL is opened with, and the number that this program writes under.

#include <atomic>
#include <functional>
#include <memory>
#include <string>

#include "engine/store/connection.hpp"

namespace jianghui::store::postgres {

struct Settings {
    std::string url;
    Durability durability = Durability::full;
    /// The number of the writer that connected last.
    std::shared_ptr<std::atomic<int>> node = std::make_shared<std::atomic<int>>(0);
    /// The server's process behind that writer.
    std::shared_ptr<std::atomic<int>> writer = std::make_shared<std::atomic<int>>(0);
};

[[nodiscard]] std::unique_ptr<Connection> connect(const Settings& settings, Database::Use use);
/// Calls `changed` when another program has told of a commit, on a thread of its own until the
/// handle is destroyed. Reconnects by itself, and calls once then, since it may have missed some.
[[nodiscard]] std::shared_ptr<void> watch(const Settings& settings, std::function<void()> changed);

}  // namespace jianghui::store::postgres
