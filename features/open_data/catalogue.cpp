#include "features/open_data/catalogue.hpp"

#include <fmt/format.h>

#include "features/codes/api.hpp"

namespace jianghui::open_data {
namespace {

using codec::json::array;
using codec::json::object;

constexpr std::string_view root = "/api/v1/open-data";

object reference(const std::string& id) { return object{{"@id", id}}; }

object typed(const char* type, const std::string& text) {
    return object{{"@type", type}, {"@value", text}};
}

array in_both(const Text& text) {
    return array{object{{"@language", "zh"}, {"@value", text.zh}},
                 object{{"@language", "en"}, {"@value", text.en}}};
}

/// The licence stands in the document itself, so that its terms travel with it.
std::string licence_id(const Licence& licence) {
    return std::string(root) + "/catalogue.jsonld#" + licence.id;
}

object context() {
    return object{{"dcat", "http://www.w3.org/ns/dcat#"},
                  {"dcterms", "http://purl.org/dc/terms/"},
                  {"spdx", "http://spdx.org/rdf/terms#"},
                  {"foaf", "http://xmlns.com/foaf/0.1/"},
                  {"xsd", "http://www.w3.org/2001/XMLSchema#"}};
}

object publisher(const std::string& name) {
    return object{{"@type", "foaf:Agent"},
                  {"foaf:name", object{{"@language", "zh"}, {"@value", name}}}};
}

object distribution(const std::string& link, std::string_view media, std::int64_t bytes,
                    const std::string& digest, const Licence& licence) {
    return object{
            {"@id", link},
            {"@type", "dcat:Distribution"},
            {"dcat:accessURL", reference(link)},
            {"dcat:downloadURL", reference(link)},
            {"dcat:mediaType",
             reference("https://www.iana.org/assignments/media-types/" + std::string(media))},
            {"dcat:byteSize", typed("xsd:nonNegativeInteger", std::to_string(bytes))},
            {"dcterms:license", reference(licence_id(licence))},
            {"spdx:checksum",
             object{{"@type", "spdx:Checksum"},
                    {"spdx:algorithm", reference("spdx:checksumAlgorithm_sha256")},
                    {"spdx:checksumValue", typed("xsd:hexBinary", digest)}}}};
}

object version_node(const TableView& table, const VersionView& version, const Licence& licence) {
    const std::string id = std::string(root) + "/" + table.id;
    const auto numbered = [&](int number) {
        return id + "/versions/" + std::to_string(number);
    };
    object node{{"@id", numbered(version.number)},
                {"@type", "dcat:Dataset"},
                {"dcterms:title", in_both(table.title)},
                {"dcat:version", std::to_string(version.number)},
                {"dcat:isVersionOf", reference(id)},
                {"dcterms:issued", typed("xsd:dateTime", instant_text(version.published_at))},
                {"dcat:distribution",
                 array{distribution(version.csv, "text/csv", version.csv_bytes, version.digest,
                                    licence),
                       distribution(version.json, "application/json", version.json_bytes,
                                    version.json_digest, licence)}}};
    if (version.number > 1) node["dcat:previousVersion"] = reference(numbered(version.number - 1));
    return node;
}

object dataset(const TableView& table, const Licence& licence) {
    object node{{"@id", std::string(root) + "/" + table.id},
                {"@type", "dcat:Dataset"},
                {"dcterms:identifier", table.id},
                {"dcterms:title", in_both(table.title)},
                {"dcterms:description", in_both(table.about)},
                {"dcat:keyword", array{std::string(codec::enum_text(table.theme))}},
                {"dcterms:publisher", publisher(table.place_name)},
                {"dcterms:license", reference(licence_id(licence))},
                {"dcat:landingPage", reference("/open-data/" + table.id)}};
    if (table.newest)
        node["dcat:hasCurrentVersion"] = version_node(table, *table.newest, licence);
    if (!table.live.empty())
        node["dcat:distribution"] =
            array{object{{"@id", table.live},
                         {"@type", "dcat:Distribution"},
                         {"dcat:accessURL", reference(table.live)},
                         {"dcat:mediaType",
                          reference("https://www.iana.org/assignments/media-types/text/csv")},
                         {"dcterms:license", reference(licence_id(licence))}}};
    return node;
}

}  // namespace

std::string catalogue_of(const std::vector<TableView>& tables, const Licence& licence) {
    array datasets;
    for (const auto& table : tables) datasets.push_back(dataset(table, licence));
    const object document{
        {"@context", context()},
        {"@id", std::string(root) + "/catalogue.jsonld"},
        {"@type", "dcat:Catalog"},
        {"dcterms:title", in_both({fmt::format("{}人力资源开放数据目录", codes::region_name_zh),
                                   fmt::format("Open data of the labour market of {}", codes::region_name_en)})},
        {"dcterms:publisher", publisher(std::string(codes::region_name_zh))},
        {"dcterms:language", array{reference("http://id.loc.gov/vocabulary/iso639-1/zh"),
                                   reference("http://id.loc.gov/vocabulary/iso639-1/en")}},
        {"dcterms:license",
         object{{"@id", licence_id(licence)},
                {"@type", "dcterms:LicenseDocument"},
                {"dcterms:title", in_both(licence.title)},
                {"dcterms:description", in_both(licence.terms)}}},
        {"dcat:dataset", std::move(datasets)}};
    return codec::json::serialize(document);
}

}  // namespace jianghui::open_data
