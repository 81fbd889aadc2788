#pragma once
// The journal's newest events in memory, already written as text, one copy for all streams: ten
// thousand of them cost the database nothing. A follower of the journal fills it.

#include <atomic>
#include <deque>
#include <map>
#include <shared_mutex>
#include <unordered_map>

#include "features/live/rounds.hpp"
#include "features/live/rules.hpp"

namespace jianghui::live {

/// An event as a server-sent event: "event: …\nid: …\ndata: …\n\n".
[[nodiscard]] std::string event_text(const EventView& shown);

/// Tells a reader to load anew what she shows, and to go on from that position.
[[nodiscard]] std::string reset_text(std::int64_t position);

class Tail : public std::enable_shared_from_this<Tail> {
  public:
    using IsOpen = std::function<bool(std::string_view kind)>;
    /// Keeps at most `capacity` events, and of what anybody may see the newest of each kind about each
    /// thing: somebody who is not signed in has no use for what has been overtaken.
    explicit Tail(IsOpen is_open, std::size_t capacity = 16'384);

    /// Takes events that follow those taken before, and wakes the streams. With no stream open
    /// nothing is kept: who comes later reads the database first.
    void follow(const std::vector<journal::Event>& events);

    /// What a reader has come to.
    struct Reading {
        std::int64_t position = 0;  ///< everything up to here was looked at
        bool session_over = false;  ///< its account's session may have ended: see ends_session
        bool arrived = false;       ///< has once been where the tail is
    };
    /// Appends what the caller may see after `reading.position` to `out`, until `out` has
    /// `bytes_max`, and moves the reading on. False when the position is older than what is kept:
    /// the reader must catch up from the database. Who is not signed in gets the newest of what
    /// happened, and an event "reset" (what is shown is to be loaded anew) where that is more than
    /// `told_max` events, or where she fell behind what is kept.
    [[nodiscard]] bool collect(const access::Caller& caller, Reading& reading, std::string& out,
                               std::size_t bytes_max) const;

    /// A stream is there until the handle is destroyed.
    [[nodiscard]] std::shared_ptr<void> attend();
    /// `wake` is called when there is something new; for anonymous readers only if it is open.
    [[nodiscard]] std::shared_ptr<void> listen(bool anonymous, std::function<void()> wake);
    [[nodiscard]] bool is_open(std::string_view kind) const { return is_open_(kind); }

  private:
    struct Entry {
        journal::Event event;  ///< without its data
        bool is_open = false;
        std::string open;
        std::string party;
        std::string supervision;  ///< empty: as `party`
    };
    struct Open {
        std::string about;
        std::string text;
    };
    [[nodiscard]] Entry entry_of(const journal::Event& event) const;
    void keep(std::vector<Entry>&& fresh);
    void keep_open(const Entry& entry);
    [[nodiscard]] bool collect_open(Reading& reading, std::string& out) const;

    const IsOpen is_open_;
    const std::size_t capacity_;
    std::atomic<int> streams_{0};
    mutable std::shared_mutex mutex_;
    std::deque<Entry> entries_;
    std::int64_t begin_ = 0;  ///< every event after this one, up to end_, is in entries_
    std::int64_t end_ = 0;
    std::map<std::int64_t, Open> newest_;  ///< open events that nothing has overtaken, by position
    std::unordered_map<std::string, std::int64_t> newest_of_;  ///< by what they are about
    std::int64_t newest_begin_ = 0;  ///< nothing after this one is missing in newest_
    Rounds all_;
    Rounds open_;
};

/// At most so many events are told at once to who is not signed in.
inline constexpr std::size_t told_max = 32;

}  // namespace jianghui::live
