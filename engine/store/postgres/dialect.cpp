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

namespace {

/// The parameters of a statement as the values of given rows, numbered as they are met: the first one
/// with a type drives the rows, the others are found by its place. One that is NULL in all rows is NULL.
class Given {
  public:
    Given(const std::vector<Token>& tokens, const TypeOf& type_of) {
        for (const auto& token : tokens) {
            if (token.kind != Token::Kind::parameter) continue;
            const std::string name(token.text.substr(1));
            const auto type = type_of(name);
            has_null_ = has_null_ || type.empty();
            if (type.empty() || number_of(name) > 0) continue;
            names_.push_back(name);
            types_.push_back(type);
        }
    }
    /// Whether there is any that rows can be made of.
    [[nodiscard]] bool any() const { return !names_.empty(); }
    [[nodiscard]] bool has_null() const { return has_null_; }
    [[nodiscard]] std::string word(const Token& token) const {
        if (token.kind != Token::Kind::parameter) return std::string(query_word(token));
        const auto number = number_of(token.text.substr(1));
        if (number == 0) return "NULL";
        if (number == 1) return "given.\"1\"";
        return fmt::format("(${}::{}[])[given.\"0\"::INT]", number, types_[number - 1]);
    }
    [[nodiscard]] std::string words(const std::vector<Token>& tokens, std::size_t from,
                                    std::size_t end) const {
        std::string made;
        for (; from < end; ++from) made += word(tokens[from]);
        return made;
    }
    [[nodiscard]] std::string rows() const {
        return fmt::format("unnest($1::{}[]) WITH ORDINALITY AS given (\"1\", \"0\")", types_.front());
    }
    [[nodiscard]] const std::vector<std::string>& names() const { return names_; }

  private:
    /// From 1; 0 for one without type.
    [[nodiscard]] std::size_t number_of(std::string_view name) const {
        const auto found = std::find(names_.begin(), names_.end(), name);
        return found == names_.end() ? 0 : static_cast<std::size_t>(found - names_.begin()) + 1;
    }
    std::vector<std::string> names_;
    std::vector<std::string_view> types_;
    bool has_null_ = false;
};

const Token* first_word(const std::vector<Token>& tokens) {
    const auto first = std::find_if(tokens.begin(), tokens.end(), [](const Token& token) {
        return token.kind == Token::Kind::word;
    });
    return first == tokens.end() ? nullptr : &*first;
}

/// Whether the text is one UPDATE of one table by what it says alone; where its WHERE is.
std::optional<std::size_t> where_of_update(const std::vector<Token>& tokens) {
    const auto* first = first_word(tokens);
    if (first == nullptr || !is(*first, "UPDATE")) return std::nullopt;
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

/// Whether an INSERT's one row of values, tokens `from` to `end`, may be one of many.
bool may_be_many(const std::vector<Token>& tokens, std::size_t from, std::size_t end,
                 bool keys_differ) {
    bool inserts = false;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const bool among_values = i >= from && i < end;
        if (among_values && is(tokens[i], "DEFAULT")) return false;
        if (among_values) continue;
        if (tokens[i].kind == Token::Kind::parameter) return false;
        inserts = inserts || (i < from && is(tokens[i], "INSERT"));
        if (i >= end && (is(tokens[i], "RETURNING") || (is(tokens[i], "UPDATE") && !keys_differ)))
            return false;
    }
    return inserts;
}

std::optional<Translated> insert_of_rows(const std::vector<Token>& tokens, const Given& given,
                                         bool keys_differ) {
    const auto [from, end] = values_of(tokens);
    if (end == 0 || !may_be_many(tokens, from, end, keys_differ)) return std::nullopt;
    std::size_t values = from;
    while (!is(tokens[values], "VALUES")) --values;
    return Translated{given.words(tokens, 0, values) + "SELECT " +
                          given.words(tokens, from + 1, end - 1) + " FROM " + given.rows() +
                          " WHERE TRUE " + given.words(tokens, end, tokens.size()),
                      given.names()};
}

std::optional<Translated> update_of_rows(const std::vector<Token>& tokens, const Given& given,
                                         bool keys_differ) {
    const auto where = where_of_update(tokens);
    if (!where || !keys_differ || given.has_null()) return std::nullopt;
    return Translated{given.words(tokens, 0, *where) + "FROM " + given.rows() + " " +
                          given.words(tokens, *where, tokens.size()),
                      given.names()};
}

}  // namespace

std::optional<Translated> translate_changes(std::string_view text, const TypeOf& type_of,
                                            bool keys_differ) {
    const auto tokens = scan(text);
    const Given given(tokens, type_of);
    if (!given.any()) return std::nullopt;
    if (auto made = insert_of_rows(tokens, given, keys_differ)) return made;
    return update_of_rows(tokens, given, keys_differ);
}

std::optional<Translated> translate_questions(std::string_view text, const TypeOf& type_of) {
    const auto tokens = scan(text);
    const Given given(tokens, type_of);
    const auto* first = first_word(tokens);
    if (!given.any() || first == nullptr || !is(*first, "SELECT")) return std::nullopt;
    // OFFSET 0: each row's question is planned as a question of its own, whatever the table's size.
    return Translated{"SELECT asked.*, given.\"0\" FROM " + given.rows() + " CROSS JOIN LATERAL (" +
                          given.words(tokens, 0, tokens.size()) + "\nOFFSET 0) AS asked",
                      given.names()};
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
