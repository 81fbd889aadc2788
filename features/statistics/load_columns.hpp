#pragma once
// From the journal to columns. The loading alone knows JSON, ids and codes; whom an event names is
// resolved here, as the journal knew it at that position.

#include <array>
#include <memory>

#include <boost/container_hash/hash.hpp>
#include <boost/unordered/unordered_flat_map.hpp>

#include "features/statistics/event_columns.hpp"

namespace jianghui::statistics {

/// Which of the facts are loaded: one of `parts` equal shares. The cells of a measure are the sums of the
/// cells of its parts.
struct Part {
    int number = 0;
    int parts = 1;
};

/// Takes the events of the journal in order. Memory grows with the events that the measure counts, and by
/// some 20 bytes with the subjects that it remembers.
class ColumnLoader {
  public:
    explicit ColumnLoader(const Measure& measure, Part part = {});

    void take(const journal::Event& event);
    /// The columns, the events of each fact side by side. Once; what only loading needs is given up.
    [[nodiscard]] EventColumns finish() &&;

  private:
    /// What makes a fact one, in numbers: the city of the event, and what `distinct` names.
    struct FactKey {
        std::array<std::int64_t, 5> parts{};
        bool operator==(const FactKey&) const = default;
        friend std::size_t hash_value(const FactKey& key) {
            return boost::hash_range(key.parts.begin(), key.parts.end());
        }
    };
    /// Words by number.
    class Words {
      public:
        std::uint32_t number_of(const std::string& word);

      private:
        boost::unordered_flat_map<std::string, std::uint32_t> numbers_;
    };
    /// Places with what belongs to them, by number.
    class Wheres {
      public:
        std::uint32_t number_of(const Where& where);
        [[nodiscard]] const Where& at(std::uint32_t number) const { return wheres_[number]; }
        [[nodiscard]] std::vector<Where> take() { return std::move(wheres_); }

      private:
        Words words_;
        std::vector<Where> wheres_;
    };

    void remember(const journal::Event& event);
    void begin(const journal::Event& event);
    void go_on(const journal::Event& event, Act act);
    void leave_out(const char* reason) { ++columns_.left_out[reason]; }
    void add(const journal::Event& event, Act act, std::uint32_t fact, std::int64_t amount,
             std::uint32_t where);
    [[nodiscard]] FactKey key_of(const journal::Event& event, const Where& where);
    [[nodiscard]] std::int64_t part_of(KeyPart part, const journal::Event& event,
                                       const Where& where);

    const Measure& measure_;
    Part part_;
    bool looks_up_subjects_;  ///< later events change or end what an earlier one began
    EventColumns columns_;
    Wheres wheres_;
    Words words_;
    Wheres said_;
    boost::unordered_flat_map<std::int64_t, std::uint32_t> memory_;    ///< subject → said
    boost::unordered_flat_map<FactKey, std::uint32_t> facts_;
    boost::unordered_flat_map<std::int64_t, std::uint32_t> subjects_;  ///< subject → its last fact
    std::vector<std::uint32_t> fact_;                                  ///< of each event
    std::uint32_t facts_known_ = 0;
};

/// A measure, and how far the journal is read for it.
struct Wanted {
    std::shared_ptr<const Measure> measure;
    std::int64_t position = 0;
};

/// How long it took, and of how much.
struct Loading {
    std::int64_t events_read = 0;
    double reading_ms = 0;    ///< journal, JSON, words to numbers
    double arranging_ms = 0;  ///< the events of each fact side by side
};

/// The columns of each measure, read in one walk through the journal.
[[nodiscard]] std::vector<EventColumns> load_columns(const store::Reader& reader,
                                                     const std::vector<Wanted>& wanted, Part part,
                                                     Loading& loading);

}  // namespace jianghui::statistics
