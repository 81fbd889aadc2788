#include "features/suggestions/circles.hpp"

#include <algorithm>

namespace jianghui::suggestions {
namespace {

/// "510502 1 0GK3… 0GK4…": place, public pool or not, agencies.
std::string line_of(const Circle& circle) {
    std::string line = circle.place.text + (circle.public_pool ? " 1" : " 0");
    for (const auto agency : circle.agencies) line += " " + agency.text();
    return line;
}

std::optional<Circle> circle_of(std::string_view line) {
    std::vector<std::string> words;
    while (!line.empty()) {
        const auto end = std::min(line.find(' '), line.size());
        words.emplace_back(line.substr(0, end));
        line.remove_prefix(std::min(end + 1, line.size()));
    }
    if (words.size() < 2) return std::nullopt;
    Circle circle{PlaceCode{words[0]}, words[1] == "1", {}};
    for (std::size_t i = 2; i < words.size(); ++i) {
        const auto agency = OrganisationId::parse(words[i]);
        if (!agency) return std::nullopt;
        circle.agencies.push_back(*agency);
    }
    return circle;
}

}  // namespace

std::uint32_t Circles::number_of(Circle circle) {
    std::sort(circle.agencies.begin(), circle.agencies.end());
    std::string line = line_of(circle);
    const std::lock_guard lock(mutex_);
    const auto next = static_cast<std::uint32_t>(circles_.size());
    const auto [known, added] = numbers_.try_emplace(line, next);
    if (added) {
        circles_.push_back(std::move(circle));
        lines_.push_back(std::move(line));
    }
    return known->second;
}

const Circle& Circles::at(std::uint32_t number) const {
    const std::lock_guard lock(mutex_);
    return circles_.at(number);
}

std::string Circles::text() const {
    const std::lock_guard lock(mutex_);
    std::string text;
    for (const auto& line : lines_) text += line + "\n";
    return text;
}

bool Circles::read(std::string_view text) {
    for (std::uint32_t number = 0; !text.empty(); ++number) {
        const auto end = text.find('\n');
        if (end == std::string_view::npos) return false;
        auto circle = circle_of(text.substr(0, end));
        text.remove_prefix(end + 1);
        if (!circle || number_of(*std::move(circle)) != number) return false;
    }
    return true;
}

}  // namespace jianghui::suggestions
