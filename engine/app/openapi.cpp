#include "engine/app/openapi.hpp"

#include <set>

namespace jianghui::app {

namespace json = codec::json;

namespace detail {

std::pair<http::Method, std::string> parse_signature(std::string_view signature) {
    const auto space = signature.find(' ');
    ASSERT(space != std::string_view::npos);
    const std::string_view word = signature.substr(0, space);
    for (const auto method : {http::Method::get, http::Method::post, http::Method::patch,
                              http::Method::put, http::Method::del})
        if (http::method_text(method) == word)
            return {method, std::string(signature.substr(space + 1))};
    ASSERT(false);
}

namespace {

json::object json_content(json::object schema) {
    return {{"application/json", json::object{{"schema", std::move(schema)}}}};
}

json::object parameter(std::string_view name, std::string_view where, const json::value& schema,
                       bool required) {
    return {{"name", name}, {"in", where}, {"required", required}, {"schema", schema}};
}

/// Sorts the members of the input into path, query and body.
struct Places {
    json::array parameters;
    json::object body_properties;
    json::array body_required;
};

Places sort_members(const Route& route, const json::object& input) {
    Places places;
    std::set<std::string> required;
    if (const auto* names = input.if_contains("required"))
        for (const auto& name : names->as_array()) required.emplace(name.as_string());
    const bool in_body = route.method != http::Method::get && !route.raw_body;
    for (const auto& [name, schema] : input.at("properties").as_object()) {
        const std::string key(name);
        if (route.path.find("{" + key + "}") != std::string::npos) {
            places.parameters.push_back(parameter(key, "path", schema, true));
        } else if (!in_body) {
            places.parameters.push_back(parameter(key, "query", schema, required.count(key) > 0));
        } else {
            places.body_properties[key] = schema;
            if (required.count(key) > 0) places.body_required.emplace_back(key);
        }
    }
    return places;
}

}  // namespace

json::object describe_operation(const Route& route, const json::object& input,
                                json::object output) {
    Places places = sort_members(route, input);
    if (route.is_command)
        places.parameters.push_back(
            parameter("Idempotency-Key", "header",
                      json::object{{"type", "string"}, {"maxLength", 64}}, route.key_required));
    json::array roles;
    for (const auto role : route.roles) roles.emplace_back(codec::enum_text(role));
    json::object operation{
        {"operationId", route.right},
        {"summary", route.summary.en},
        {"x-summary-zh", route.summary.zh},
        {"x-roles", std::move(roles)},
        {"x-right", route.right},
        {"parameters", std::move(places.parameters)},
        {"responses",
         json::object{
             {std::to_string(route.success),
              json::object{{"description", "Success"}, {"content", json_content(std::move(output))}}},
             {"default", json::object{{"$ref", "#/components/responses/Problem"}}}}}};
    if (route.raw_body) {
        operation["requestBody"] = json::object{
            {"required", true},
            {"content", json::object{{"application/octet-stream",
                                      json::object{{"schema", json::object{{"type", "string"},
                                                                           {"format", "binary"}}}}}}}};
    } else if (!places.body_properties.empty()) {
        json::object schema{{"type", "object"},
                            {"properties", std::move(places.body_properties)},
                            {"additionalProperties", false}};
        if (!places.body_required.empty()) schema["required"] = std::move(places.body_required);
        operation["requestBody"] =
            json::object{{"required", true}, {"content", json_content(std::move(schema))}};
    }
    return operation;
}

}  // namespace detail

namespace {

json::object problem_schema() {
    const json::object text{{"type", "string"}};
    return {{"type", "object"},
            {"required", json::array{"type", "title", "status", "code", "message", "trace"}},
            {"properties",
             json::object{{"type", text},
                          {"title", text},
                          {"status", json::object{{"type", "integer"}}},
                          {"code", text},
                          {"message", json::object{{"$ref", "#/components/schemas/Text"}}},
                          {"path", text},
                          {"nearest", json::object{{"type", "array"}, {"items", text}}},
                          {"facts", json::object{{"type", "object"},
                                                 {"additionalProperties", text}}},
                          {"errors", json::object{{"type", "array"},
                                                  {"items", json::object{{"type", "object"}}}}},
                          {"trace", text}}}};
}

std::string lower(std::string_view text) {
    std::string out(text);
    for (char& c : out) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return out;
}

}  // namespace

std::string openapi_document(const std::vector<Route>& routes) {
    codec::Schemas schemas;
    codec::schema<Text>(schemas);
    schemas.named["Problem"] = problem_schema();
    json::object paths;
    std::set<std::string> operations;
    for (const auto& route : routes) {
        json::object operation = route.describe(route, schemas);
        std::string id = route.right;
        for (int n = 2; !operations.insert(id).second; ++n)
            id = route.right + "." + std::to_string(n);
        operation["operationId"] = id;
        auto& item = paths[route.path];
        if (!item.is_object()) item = json::object{};
        item.as_object()[lower(http::method_text(route.method))] = std::move(operation);
    }
    json::object problem_response{
        {"description", "Refused: an RFC 9457 problem document with a stable code"},
        {"content",
         json::object{{"application/problem+json",
                       json::object{{"schema", json::object{{"$ref",
                                                             "#/components/schemas/Problem"}}}}}}}};
    const json::object document{
        {"openapi", "3.1.0"},
        {"info", json::object{{"title", "Jianghui 江汇"},
                              {"version", "1"},
                              {"description",
                               "The labour-market platform of South Sichuan. Amounts are whole fen, "
                               "instants RFC 3339, places 6-digit GB/T 2260 codes."}}},
        {"servers", json::array{json::object{{"url", "/api/v1"}}}},
        {"security", json::array{json::object{{"bearer", json::array{}}},
                                 json::object{{"cookie", json::array{}}}, json::object{}}},
        {"paths", std::move(paths)},
        {"components",
         json::object{
             {"schemas", std::move(schemas.named)},
             {"responses", json::object{{"Problem", std::move(problem_response)}}},
             {"securitySchemes",
              json::object{{"bearer", json::object{{"type", "http"}, {"scheme", "bearer"}}},
                           {"cookie", json::object{{"type", "apiKey"},
                                                   {"in", "cookie"},
                                                   {"name", "jianghui_session"}}}}}}}};
    return json::serialize(document);
}

}  // namespace jianghui::app
