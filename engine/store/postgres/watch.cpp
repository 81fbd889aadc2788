// Listens for the commits of other sessions.

#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <fmt/format.h>

#include <thread>

#include "engine/store/postgres/names.hpp"
#include "engine/store/postgres/session.hpp"
#include "engine/store/postgres/settings.hpp"

namespace jianghui::store::postgres {
namespace {

class Watch {
  public:
    Watch(Settings settings, std::function<void()> changed)
        : settings_(std::move(settings)), changed_(std::move(changed)), end_(::eventfd(0, EFD_CLOEXEC)) {
        thread_ = std::thread([this] { run(); });
    }
    ~Watch() {
        const std::uint64_t one = 1;
        ASSERT(::write(end_, &one, sizeof one) == sizeof one);
        thread_.join();
        ::close(end_);
    }
    Watch(const Watch&) = delete;
    Watch& operator=(const Watch&) = delete;

  private:
    /// Waits for news on `socket`; false when it is time to end.
    [[nodiscard]] bool wait(int socket, int milliseconds) const {
        pollfd both[] = {{end_, POLLIN, 0}, {socket, POLLIN, 0}};
        (void)::poll(both, 2, milliseconds);
        return (both[0].revents & POLLIN) == 0;
    }
    void run() {
        for (int pause = 100;; pause = std::min(2 * pause, 2000)) {
            try {
                Session session(settings_.url);
                session.script(fmt::format("DO $$ BEGIN EXECUTE format('LISTEN %I', {}); END $$",
                                           channel));
                pause = 100;
                changed_();
                if (!listen(session)) return;
            } catch (const std::exception&) {
                // Not there, or gone: tried again.
            }
            if (!wait(-1, pause)) return;
        }
    }
    /// Until the end (false) or the loss of the session (true).
    bool listen(Session& session) {
        while (wait(PQsocket(session.handle()), -1)) {
            if (PQconsumeInput(session.handle()) != 1 || !session.alive()) return true;
            bool heard = false;
            while (auto* note = PQnotifies(session.handle())) {
                heard = heard || note->be_pid != settings_.writer->load();
                PQfreemem(note);
            }
            if (heard) changed_();
        }
        return false;
    }

    Settings settings_;
    std::function<void()> changed_;
    int end_;
    std::thread thread_;
};

}  // namespace

std::shared_ptr<void> watch(const Settings& settings, std::function<void()> changed) {
    return std::make_shared<Watch>(settings, std::move(changed));
}

}  // namespace jianghui::store::postgres
