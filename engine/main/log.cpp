#include "engine/main/log.hpp"

#include <spdlog/pattern_formatter.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include "engine/codec/codec.hpp"

namespace jianghui::main {
namespace {

class JsonFormatter final : public spdlog::formatter {
  public:
    void format(const spdlog::details::log_msg& message, spdlog::memory_buf_t& out) override {
        const Instant at = std::chrono::floor<Milliseconds>(message.time);
        const auto level = spdlog::level::to_string_view(message.level);
        std::string line = "{\"at\":\"" + instant_text(at) + "\",\"level\":\"" +
                           std::string(level.data(), level.size()) + "\",\"message\":";
        codec::write_string(line, {message.payload.data(), message.payload.size()});
        line += "}\n";
        out.append(line.data(), line.data() + line.size());
    }
    [[nodiscard]] std::unique_ptr<spdlog::formatter> clone() const override {
        return std::make_unique<JsonFormatter>();
    }
};

}  // namespace

void start_log(bool verbose) {
    auto logger = spdlog::stderr_logger_mt("jianghui");
    logger->set_formatter(std::make_unique<JsonFormatter>());
    logger->set_level(verbose ? spdlog::level::debug : spdlog::level::info);
    spdlog::set_default_logger(std::move(logger));
}

}  // namespace jianghui::main
