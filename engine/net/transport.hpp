#pragma once
// A TCP socket with or without TLS around it, behind one set of operations, so that the
// connection's code is compiled once.

#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/asio/write.hpp>
#include <memory>

namespace jianghui::net {

using Tcp = boost::asio::ip::tcp;

class Transport {
  public:
    /// Plain when `tls` is null; the context must live as long as the transport.
    Transport(Tcp::socket socket, boost::asio::ssl::context* tls) : socket_(std::move(socket)) {
        if (tls != nullptr) secure_ = std::make_unique<Secure>(socket_, *tls);
    }

    [[nodiscard]] bool is_secure() const { return secure_ != nullptr; }
    [[nodiscard]] Tcp::socket& socket() { return socket_; }

    /// Calls `done(error)`. Requires is_secure().
    template <class F>
    void handshake(F&& done) {
        secure_->async_handshake(boost::asio::ssl::stream_base::server, std::forward<F>(done));
    }
    /// Calls `done(error, bytes)`.
    template <class F>
    void read_some(boost::asio::mutable_buffer buffer, F&& done) {
        if (secure_) {
            secure_->async_read_some(buffer, std::forward<F>(done));
        } else {
            socket_.async_read_some(buffer, std::forward<F>(done));
        }
    }
    /// Writes what goes out without waiting; 0 over TLS, where only write() works.
    std::size_t write_now(boost::asio::const_buffer buffer, boost::system::error_code& error) {
        if (secure_) return 0;
        const std::size_t sent = socket_.write_some(buffer, error);
        if (error == boost::asio::error::would_block) error.clear();
        return error ? 0 : sent;
    }
    /// Writes all of it, then calls `done(error, bytes)`.
    template <class F>
    void write(boost::asio::const_buffer buffer, F&& done) {
        if (secure_) {
            boost::asio::async_write(*secure_, buffer, std::forward<F>(done));
        } else {
            boost::asio::async_write(socket_, buffer, std::forward<F>(done));
        }
    }
    /// Tells the peer that nothing more comes, then calls `done()`.
    template <class F>
    void end_sending(F&& done) {
        if (secure_) {
            secure_->async_shutdown(
                [this, done = std::forward<F>(done)](boost::system::error_code) mutable {
                    boost::system::error_code ignored;
                    socket_.shutdown(Tcp::socket::shutdown_send, ignored);
                    done();
                });
        } else {
            boost::system::error_code ignored;
            socket_.shutdown(Tcp::socket::shutdown_send, ignored);
            done();
        }
    }
    void close() {
        boost::system::error_code ignored;
        socket_.close(ignored);
    }

  private:
    using Secure = boost::asio::ssl::stream<Tcp::socket&>;
    Tcp::socket socket_;
    std::unique_ptr<Secure> secure_;
};

}  // namespace jianghui::net
