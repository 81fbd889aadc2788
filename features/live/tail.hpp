#pragma once
// The journal's newest events in memory, already written as text, one copy for all streams: ten
// thousand of them cost the database nothing. A follower of the journal fills it, and each event looks
// for whom it concerns, once: no stream looks through the events of the others.

#include <atomic>
#include <deque>
#include <map>
#include <shared_mutex>
#include <unordered_map>

#include "features/live/readers.hpp"
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

    /// Takes events that follow those taken before, hands them to whom they concern and wakes those; what
    /// is open wakes everybody. With no stream open nothing is kept: who comes later reads the database first.
    void follow(const std::vector<journal::Event>& events);

    /// Appends what the reader may see after her position to `out`, until `out` has `bytes_max`, and moves
    /// her on. False when the position is older than what is kept: she must catch up from the database.
    /// Once she has arrived she is told everything that concerns her or lies where she supervises. Of what is open
    /// and nothing else, the newest of each kind about each thing, and an event "reset" (what is shown is to be
    /// loaded anew) where that is more than `told_max` events; so is who is not signed in, also where she
    /// fell behind what is kept.
    [[nodiscard]] bool collect(Reader& reader, std::string& out, std::size_t bytes_max) const;

    /// The reader's stream is there until the handle is destroyed.
    [[nodiscard]] std::shared_ptr<void> attend(std::shared_ptr<Reader> reader);
    /// `wake` is called when there is something new for the reader, until the handle is destroyed.
    [[nodiscard]] std::shared_ptr<void> listen(Reader& reader, const std::function<void()>& wake);
    [[nodiscard]] bool is_open(std::string_view kind) const { return is_open_(kind); }

  private:
    struct Open {
        std::string about;
        std::string text;
    };
    [[nodiscard]] KeptEvent written(const journal::Event& event) const;
    void forget();
    void keep(const std::vector<KeptEvent>& fresh);
    void keep_open(const Kept& event);
    static void hand(Reader& reader, const KeptEvent& event);
    [[nodiscard]] Rounds::Bells hand_out(const std::vector<KeptEvent>& fresh) const;
    [[nodiscard]] bool collect_open(Reader& reader, std::string& out) const;
    [[nodiscard]] bool collect_kept(Reader& reader, std::string& out, std::size_t bytes_max) const;
    void collect_waiting(Reader& reader, std::string& out, std::size_t bytes_max) const;

    const IsOpen is_open_;
    const std::size_t capacity_;
    std::atomic<int> streams_{0};
    mutable std::shared_mutex mutex_;
    std::deque<KeptEvent> kept_;
    std::int64_t begin_ = 0;  ///< every event after this one, up to end_, is in kept_
    std::int64_t end_ = 0;
    std::map<std::int64_t, Open> newest_;  ///< open events that nothing has overtaken, by position
    std::unordered_map<std::string, std::int64_t> newest_of_;  ///< by what they are about
    std::int64_t newest_begin_ = 0;  ///< nothing after this one is missing in newest_
    Readers readers_;
    Rounds concerned_;
    Rounds everybody_;
};

/// At most so many open events that do not concern the reader are told at once.
inline constexpr std::size_t told_max = 32;
/// So much may wait for one reader; who is slower reads what is kept.
inline constexpr std::size_t waiting_max = 128;
/// After so many events everybody is woken, concerned or not, so that nobody's position falls far behind.
inline constexpr std::int64_t everybody_every = 4'096;

}  // namespace jianghui::live
