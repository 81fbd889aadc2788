#pragma once
// Definition files changed at random, always in the same way: for the tests that reading never
// crashes and lets nothing wrong pass.

#include <algorithm>
#include <random>
#include <string>
#include <vector>

namespace jianghui::registers {

/// Texts out of good ones: bytes, words and lines changed, one to three at a time.
class Mutator {
  public:
    /// `words` is what of the language is put in at random.
    Mutator(std::vector<std::string> texts, std::vector<std::string> words)
        : texts_(std::move(texts)), words_(std::move(words)) {
        for (const auto& text : texts_)
            for (std::size_t begin = 0; begin < text.size();) {
                const auto end = std::min(text.find('\n', begin), text.size() - 1);
                lines_.push_back(text.substr(begin, end - begin + 1));
                begin = end + 1;
            }
    }
    std::string next() {
        std::string text = texts_[below(texts_.size())];
        const std::size_t changes = 1 + below(3);
        for (std::size_t i = 0; i < changes; ++i) change(text);
        return text;
    }

  private:
    std::size_t below(std::size_t limit) { return random_() % limit; }
    void change(std::string& text) {
        const std::size_t at = below(text.size() + 1);
        switch (below(6)) {
            case 0:
                if (at < text.size()) text[at] = static_cast<char>(below(256));
                return;
            case 1:
                text.erase(std::min(at, text.size()), below(40));
                return;
            case 2:
                text.insert(at, words_[below(words_.size())]);
                return;
            case 3:
                text.insert(text.find('\n', at) == std::string::npos ? text.size()
                                                                     : text.find('\n', at) + 1,
                            lines_[below(lines_.size())]);
                return;
            case 4: {  // A line less.
                const auto begin = text.rfind('\n', at);
                if (begin == std::string::npos) return;
                const auto end = text.find('\n', begin + 1);
                text.erase(begin, end == std::string::npos ? end : end - begin);
                return;
            }
            default: {  // A word for a word.
                const auto begin = text.find('"', at);
                if (begin == std::string::npos) return;
                const auto end = text.find('"', begin + 1);
                if (end != std::string::npos)
                    text.replace(begin, end - begin + 1, words_[below(words_.size())]);
                return;
            }
        }
    }

    std::vector<std::string> texts_;
    std::vector<std::string> words_;
    std::vector<std::string> lines_;
    std::mt19937_64 random_{20261127};
};

}  // namespace jianghui::registers
