#pragma once
// One reader of GET events. What a slow reader has not taken waits in the tail, which keeps it once for
// everybody, or in the database.

#include "engine/http/http.hpp"
#include "features/live/tail.hpp"

namespace jianghui::live {

/// How a stream begins and ends. Positions count events.
struct StreamLimits {
    std::size_t bytes_max = 32 * 1024;            ///< of one take()
    int batch = 500;                              ///< events of one look into the database
    std::int64_t replay_max = 100'000;            ///< the farthest that a stream goes back
    std::int64_t anonymous_replay_max = 10'000;   ///< the same for those who are not signed in
    Milliseconds lifetime = std::chrono::hours(1);  ///< then the client connects and signs in anew
};

class EventStream final : public http::Stream {
  public:
    /// Begins after `after`; after `end`, the journal's present end, when nothing is asked for, or
    /// when it lies farther back than allowed (then the stream begins with an event "reset", and
    /// the client reloads what it shows).
    EventStream(const app::Services& services, const access::Caller& caller,
                std::optional<std::int64_t> after, std::int64_t end, StreamLimits limits = {});

    std::string take() override;
    void on_ready(std::function<void()> wake) override;
    [[nodiscard]] bool ended() const override { return reader_->session_over; }

  private:
    /// Looks at the next batch of the database; false when there is none.
    bool catch_up(std::string& out);

    const app::Services& services_;
    const std::shared_ptr<Tail> tail_;
    const std::shared_ptr<Reader> reader_;
    const StreamLimits limits_;
    const Instant ends_at_;
    std::string greeting_;
    std::shared_ptr<void> attendance_;
    std::shared_ptr<void> listening_;
};

}  // namespace jianghui::live
