#include "tests/simulation/notes.hpp"

#include <sqlite3.h>

#include <algorithm>
#include <map>
#include <tuple>

namespace jianghui::simulation {
namespace {

void note_change(sqlite3_context* context, int /*count*/, sqlite3_value** values) {
    const auto& notes = *static_cast<std::shared_ptr<Notes>*>(sqlite3_user_data(context));
    notes->add({static_cast<std::size_t>(sqlite3_value_int64(values[0])), sqlite3_value_int64(values[1]),
                static_cast<unsigned>(sqlite3_value_int64(values[2]))});
}

int give_function(sqlite3* connection, char** /*message*/, const sqlite3_api_routines* /*api*/) {
    const char* file = sqlite3_db_filename(connection, "main");
    auto* notes = new std::shared_ptr<Notes>(Notes::of(file == nullptr ? "" : file));
    return sqlite3_create_function_v2(connection, "audit_note", 3, SQLITE_UTF8 | SQLITE_INNOCUOUS, notes,
                                      note_change, nullptr, nullptr, [](void* data) {
                                          delete static_cast<std::shared_ptr<Notes>*>(data);
                                      });
}

}  // namespace

std::shared_ptr<Notes> Notes::of(const std::string& file) {
    static std::mutex mutex;
    static auto& all = *new std::map<std::string, std::weak_ptr<Notes>>;
    const std::lock_guard lock(mutex);
    auto& known = all[file];
    auto notes = known.lock();
    if (notes) return notes;
    notes = std::make_shared<Notes>();
    known = notes;
    std::erase_if(all, [](const auto& one) { return one.second.expired(); });
    return notes;
}

std::vector<Notes::Note> Notes::take() {
    std::vector<Note> taken;
    {
        const std::lock_guard lock(mutex_);
        taken.swap(notes_);
    }
    std::sort(taken.begin(), taken.end(), [](const Note& a, const Note& b) {
        return std::tie(a.kind, a.thing) < std::tie(b.kind, b.thing);
    });
    std::vector<Note> things;
    for (const auto& note : taken)
        if (!things.empty() && things.back().kind == note.kind && things.back().thing == note.thing)
            things.back().tables |= note.tables;
        else
            things.push_back(note);
    return things;
}

void take_notes() {
    static const int done = sqlite3_auto_extension(reinterpret_cast<void (*)()>(give_function));
    (void)done;
}

}  // namespace jianghui::simulation
