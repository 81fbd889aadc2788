#include "features/open_data/view.hpp"

#include "engine/registers/registers.hpp"
#include "features/codes/api.hpp"
#include "features/open_data/rendering.hpp"
#include "features/open_data/store.hpp"

namespace jianghui::open_data {
namespace {

const Text region_name{std::string(codes::region_name_zh), std::string(codes::region_name_en)};

std::string put_in(std::string text, const std::string& part) {
    constexpr std::string_view gap = "{part}";
    if (const auto at = text.find(gap); at != std::string::npos) text.replace(at, gap.size(), part);
    return text;
}

}  // namespace

VersionView view(const VersionRow& version) {
    return {version.number,
            version.label,
            version.published_at,
            version.position,
            version.formula,
            version.rows,
            version.left_out,
            version.digest,
            version.csv_bytes,
            version.json_digest,
            version.json_bytes,
            link_of(version.table_id, version.number, "csv"),
            link_of(version.table_id, version.number, "json"),
            version.places};
}

Titles::Titles(const app::Services& services)
    : services_(services), kinds_(services.get<Kinds>()) {}

TableView Titles::named(const TableKind& kind, const std::string& part) const {
    Text name = region_name;
    TableView shown;
    shown.about = kind.about;
    if (kind.id == "register") {
        const auto definition = services_.get<registers::Catalogue>().current(part);
        name = definition ? (*definition)->title : Text{part, part};
        if (definition && (*definition)->about)
            shown.about = {(*definition)->about->zh + kind.about.zh,
                           (*definition)->about->en + " " + kind.about.en};
    } else if (!part.empty() && part != "region") {
        const auto place = services_.get<codes::Tables>().place_name({part});
        name = {place, place};
    }
    shown.id = part.empty() ? kind.id : kind.id + "-" + part;
    shown.theme = kind.theme;
    shown.title = {put_in(kind.title.zh, name.zh), put_in(kind.title.en, name.en)};
    shown.often = often_text(kind.often);
    return shown;
}

std::optional<TableView> Titles::view(const VersionRow& newest) const {
    const auto* kind = kinds_.find(newest.kind);
    if (kind == nullptr) return std::nullopt;
    TableView shown = named(*kind, newest.part);
    shown.place = newest.place;
    shown.place_name = services_.get<codes::Tables>().place_or_region_name(newest.place);
    shown.newest = open_data::view(newest);
    return shown;
}

TableView Titles::view(const LiveRegister& live) const {
    const auto* kind = kinds_.find("register");
    ASSERT(kind != nullptr);
    TableView shown = named(*kind, live.id);
    shown.place_name = region_name.zh;
    shown.about = {"登记簿公开查询的当前内容。", "What the public look-up of the register shows now."};
    shown.often = {"随时：只有当前内容，不留旧版本，移出名单的不再显示",
                   "At any time: only as it is now; old versions are not kept, so that what was taken off "
                   "the list is held against nobody"};
    shown.live = "/api/v1/registers/" + live.id + "/export";
    return shown;
}

Result<std::vector<TableView>> all_tables(const app::Query& query) {
    const Titles titles(query.services);
    std::vector<TableView> tables;
    for (const auto& newest : newest_versions(query.db))
        if (auto shown = titles.view(newest)) tables.push_back(std::move(*shown));
    Anybody anybody(query.db, query.services, query.now);
    TRY(const auto live, live_registers(anybody));
    for (const auto& each : live) tables.push_back(titles.view(each));
    return tables;
}

Text missing_text() {
    return {"空单元格（JSON 中为 null）表示没有数据、不适用或因人数太少不公布，绝不表示零；零写作 0。每列的说明写明空的含义。",
            "An empty cell (null in JSON) says: not known, not applicable or hidden for small numbers, never zero; "
            "zero is written 0. Each column says what empty means."};
}

}  // namespace jianghui::open_data
