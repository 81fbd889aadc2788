#include "engine/store/postgres/dialect.hpp"

#include <algorithm>
#include <map>

#include <fmt/format.h>

namespace jianghui::store::postgres {
namespace {

bool starts_word(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
           static_cast<unsigned char>(c) >= 0x80;
}
bool in_word(char c) { return starts_word(c) || (c >= '0' && c <= '9'); }

struct Token {
    enum class Kind { word, parameter, other } kind = Kind::other;
    std::string_view text;
};

/// Where the token that begins at `at` ends. A doubled quote ends one string and begins another:
/// copied unchanged, the two are what they were.
std::size_t end_of(std::string_view text, std::size_t at) {
    const auto after = [&](std::string_view end) {
        const auto found = text.find(end, at + 1);
        return found == std::string_view::npos ? text.size() : found + end.size();
    };
    const char c = text[at];
    const auto rest = text.substr(at);
    if (c == '\'' || c == '"') return after(std::string_view(&text[at], 1));
    if (rest.starts_with("--")) return after("\n");
    if (rest.starts_with("/*")) return after("*/");
    if (rest.starts_with("::")) return at + 2;
    std::size_t end = at + 1;
    if (starts_word(c) || (c == ':' && end < text.size() && starts_word(text[end])))
        while (end < text.size() && in_word(text[end])) ++end;
    return end;
}

std::vector<Token> scan(std::string_view text) {
    std::vector<Token> tokens;
    for (std::size_t at = 0; at < text.size();) {
        const auto end = end_of(text, at);
        Token token{Token::Kind::other, text.substr(at, end - at)};
        if (starts_word(text[at])) token.kind = Token::Kind::word;
        if (text[at] == ':' && token.text.size() > 1 && token.text[1] != ':')
            token.kind = Token::Kind::parameter;
        tokens.push_back(token);
        at = end;
    }
    return tokens;
}

bool is(const Token& token, std::string_view word) {
    return token.kind == Token::Kind::word &&
           std::equal(token.text.begin(), token.text.end(), word.begin(), word.end(),
                      [](char a, char b) { return (a >= 'a' && a <= 'z' ? a - 32 : a) == b; });
}

/// In the words of both, migrations and queries.
std::string_view common_word(const Token& token) {
    if (is(token, "INTEGER")) return "BIGINT";
    if (is(token, "REAL")) return "DOUBLE PRECISION";
    return token.text;
}

/// Whether the parameter at `at` is followed by IS: `:x IS NULL`, `:x IS NOT NULL`.
bool asked_for_null(const std::vector<Token>& tokens, std::size_t at) {
    for (++at; at < tokens.size(); ++at) {
        const auto& text = tokens[at].text;
        if (text.find_first_not_of(" \t\r\n") == std::string_view::npos) continue;
        return is(tokens[at], "IS");
    }
    return false;
}

}  // namespace

namespace {

std::string_view query_word(const Token& token) {
    return is(token, "LIKE") ? "ILIKE" : common_word(token);
}

/// Adds tokens `from` to `end`; a name has one number among them.
void add(Translated& made, const std::vector<Token>& tokens, std::size_t from, std::size_t end) {
    std::map<std::string, std::size_t> numbers;  // of "name" and of "name?"
    for (std::size_t i = from; i < end; ++i) {
        const auto& token = tokens[i];
        if (token.kind != Token::Kind::parameter) {
            made.text += query_word(token);
            continue;
        }
        const std::string name(token.text.substr(1));
        const bool question = asked_for_null(tokens, i);
        const auto [found, fresh] =
            numbers.emplace(question ? name + '?' : name, made.parameters.size() + 1);
        if (fresh) made.parameters.push_back(name);
        made.text += '$' + std::to_string(found->second) + (question ? "::text" : "");
    }
}

/// Where the parentheses of VALUES begin and end; both 0 when there are none, or with a query inside.
std::pair<std::size_t, std::size_t> values_of(const std::vector<Token>& tokens) {
    std::size_t at = 0;
    while (at < tokens.size() && !is(tokens[at], "VALUES")) ++at;
    while (at < tokens.size() && tokens[at].text != "(") ++at;
    int depth = 0;
    for (std::size_t end = at; end < tokens.size(); ++end) {
        if (is(tokens[end], "SELECT")) return {};
        if (tokens[end].text == "(") ++depth;
        if (tokens[end].text == ")" && --depth == 0) return {at, end + 1};
    }
    return {};
}

}  // namespace

Translated translate_query(std::string_view text) {
    const auto tokens = scan(text);
    Translated made;
    add(made, tokens, 0, tokens.size());
    return made;
}

std::optional<Translated> translate_many(std::string_view text, std::size_t rows,
                                         bool keys_differ) {
    const auto tokens = scan(text);
    const auto [from, end] = values_of(tokens);
    if (end == 0) return std::nullopt;
    bool inserts = false;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        if (i >= from && i < end) continue;
        if (tokens[i].kind == Token::Kind::parameter) return std::nullopt;
        inserts = inserts || (i < from && is(tokens[i], "INSERT"));
        if (i >= end && is(tokens[i], "UPDATE") && !keys_differ) return std::nullopt;
    }
    if (!inserts) return std::nullopt;
    Translated made;
    add(made, tokens, 0, from);
    for (std::size_t row = 0; row < rows; ++row) {
        if (row > 0) made.text += ", ";
        add(made, tokens, from, end);
    }
    add(made, tokens, end, tokens.size());
    return made;
}

namespace {

/// Whether the text is one UPDATE of one table by what it says alone; where its WHERE is.
std::optional<std::size_t> where_of_update(const std::vector<Token>& tokens) {
    const auto first = std::find_if(tokens.begin(), tokens.end(), [](const Token& token) {
        return token.kind == Token::Kind::word;
    });
    if (first == tokens.end() || !is(*first, "UPDATE")) return std::nullopt;
    std::optional<std::size_t> where;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        for (const auto word : {"FROM", "SELECT", "RETURNING"})
            if (is(tokens[i], word)) return std::nullopt;
        if (!is(tokens[i], "WHERE")) continue;
        if (where) return std::nullopt;
        where = i;
    }
    return where;
}

/// `FROM (VALUES ($1::…, $2::…), …) AS given ("1", "2") `, the rows one after the other.
std::string given_rows(std::size_t rows, const std::vector<std::string_view>& types) {
    std::string made = "FROM (VALUES ", names;
    for (std::size_t i = 1; i <= types.size(); ++i) names += fmt::format("{}\"{}\"", i > 1 ? ", " : "", i);
    std::size_t number = 0;
    for (std::size_t row = 0; row < rows; ++row) {
        made += row > 0 ? ", (" : "(";
        for (std::size_t i = 0; i < types.size(); ++i)
            made += fmt::format("{}${}::{}", i > 0 ? ", " : "", ++number, types[i]);
        made += ")";
    }
    return made + ") AS given (" + names + ") ";
}

}  // namespace

std::optional<Translated> translate_updates(std::string_view text, std::size_t rows,
                                            const TypeOf& type_of) {
    const auto tokens = scan(text);
    const auto where = where_of_update(tokens);
    if (!where) return std::nullopt;
    std::vector<std::string> names;
    std::vector<std::string_view> types;
    std::string before, after;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        auto& made = i < *where ? before : after;
        if (tokens[i].kind != Token::Kind::parameter) {
            made += query_word(tokens[i]);
            continue;
        }
        const auto name = tokens[i].text.substr(1);
        const auto found = std::find(names.begin(), names.end(), name);
        made += fmt::format("given.\"{}\"", found - names.begin() + 1);
        if (found != names.end()) continue;
        names.emplace_back(name);
        types.push_back(type_of(name));
        if (types.back().empty()) return std::nullopt;
    }
    if (names.empty()) return std::nullopt;
    Translated made{before + given_rows(rows, types) + after, {}};
    for (std::size_t row = 0; row < rows; ++row)
        made.parameters.insert(made.parameters.end(), names.begin(), names.end());
    return made;
}

std::string translate_migration(std::string_view text) {
    std::string made;
    for (const auto& token : scan(text)) {
        if (is(token, "AUTOINCREMENT") || is(token, "WITHOUT") || is(token, "ROWID")) continue;
        // The type is written in capitals; a column may be called `text`.
        made += token.text == "TEXT" ? "TEXT COLLATE \"C\"" : common_word(token);
    }
    return made;
}

}  // namespace jianghui::store::postgres
