#include "engine/app/command_answers.hpp"

namespace jianghui::app {
namespace {

constexpr const char* words_fact = "answer_words";
constexpr const char* json_fact = "answer_json";

}  // namespace

Error answer_no(const ErrorCode& code, std::string words, std::string json) {
    return error(code).with(words_fact, std::move(words)).with(json_fact, std::move(json));
}

std::optional<std::string> answer_of(const Error& error, bool json) {
    for (const auto& [name, value] : error.facts)
        if (name == (json ? json_fact : words_fact)) return value;
    return std::nullopt;
}

}  // namespace jianghui::app
