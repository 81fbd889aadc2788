// The sealed journal as specifications: what is proved, and every way of tampering that shows.

#include "engine/journal/seal.hpp"

#include <gtest/gtest.h>

#include "engine/store/migrated_for_test.hpp"

namespace jianghui::journal {
namespace seal_test {

constexpr Instant start{Milliseconds(1'800'000'000'123)};

struct Seal : testing::Test {
    Seal() {
        store = std::make_unique<store::Store>(store::migrated(place), store::Store::Options{});
        crypto::SeededSecrets secrets(1);
        keyring.emplace(crypto::Keyring::generate(secrets));
    }
    ~Seal() override { store.reset(); }

    void add(int count) {
        store->write([&](store::Transaction& transaction) {
            for (int i = 0; i < count; ++i) {
                Event event;
                event.at = start;
                event.kind = "share.grabbed";
                event.city = {"511500"};
                event.organisation = OrganisationId{70 + i};
                event.subject_kind = "share";
                event.subject = {1000 + i};
                event.data = boost::json::object{{"seats", i}, {"reason", "抢到"}};
                append(transaction, event);
            }
            return true;
        });
    }
    /// Seals everything in blocks of at most `size`.
    void seal(int size) {
        const auto key = sealing_key(*store, *keyring, start);
        ASSERT_TRUE(key);
        for (;;) {
            const auto block = store->read(
                [&](store::Reader& reader) { return next_block(reader, *key, start, size); });
            if (!block) return;
            store->write([&](store::Transaction& t) { return add_block(t, *block); });
        }
    }
    void change(const char* sql) {
        // What an intruder with the database does, not what the program can.
        place.open()->connect(store::Database::Use::write)->script(sql);
    }
    Verification verified() { return store->read([](store::Reader& r) { return verify(r); }); }
    Result<Proof> proof_of(std::int64_t position) {
        return store->read([&](store::Reader& r) { return prove(r, position); });
    }

    store::DatabaseForTest place;
    std::unique_ptr<store::Store> store;
    std::optional<crypto::Keyring> keyring;
};

TEST_F(Seal, AnEmptyJournalIsWhole) {
    seal(10);
    const auto found = verified();
    EXPECT_FALSE(found.fault);
    EXPECT_EQ(found.blocks, 0);
}

TEST_F(Seal, TilesTheJournalInBlocksThatContinueEachOther) {
    add(25);
    seal(10);
    add(3);
    const auto found = verified();
    EXPECT_FALSE(found.fault) << *found.fault;
    EXPECT_EQ(found.blocks, 3);
    EXPECT_EQ(found.events, 25);
    EXPECT_EQ(found.unsealed, 3);
    const auto blocks = store->read([](store::Reader& r) { return blocks_before(r, 100, 10); });
    ASSERT_EQ(blocks.size(), 3u);
    EXPECT_EQ(blocks[0].previous, digest_of(blocks[1]).hex());
    EXPECT_EQ(blocks[0].first_position, 21);
    EXPECT_EQ(digest_of(blocks[0]).hex(), found.head);
}

TEST_F(Seal, TheCanonicalFormIsJsonWithSortedMembers) {
    add(1);
    const auto event = store->read([](store::Reader& r) { return after(r, 0, 1).front(); });
    EXPECT_EQ(canonical_event(event),
              R"({"at":1800000000123,"city":"511500","data":{"reason":"抢到","seats":0},)"
              R"("kind":"share.grabbed","organisation":"0000000000026","position":1,"subject":"00000000000z8",)"
              R"("subject_kind":"share"})");
}

TEST_F(Seal, EveryEventHasAProofThatHoldsWithoutTheServer) {
    add(23);
    seal(9);
    for (std::int64_t position = 1; position <= 23; ++position) {
        const auto proof = proof_of(position);
        ASSERT_TRUE(proof) << position;
        // Through text, as somebody else reads it.
        const auto read = codec::decode<Proof>(codec::encode(*proof));
        ASSERT_TRUE(read);
        EXPECT_TRUE(check_proof(*read)) << position;
        EXPECT_TRUE(check_proof(*read, proof->point));
    }
    EXPECT_EQ(proof_of(99).error().code, "not_found");
    add(1);
    EXPECT_EQ(proof_of(24).error().code, "event_not_sealed");
}

TEST_F(Seal, NothingInAProofCanBeChanged) {
    add(12);
    seal(12);
    const auto proof = *proof_of(5);
    const auto code_of = [](const Proof& bent) {
        const auto checked = check_proof(bent);
        return checked ? std::string("holds") : checked.error().code;
    };
    Proof bent = proof;
    bent.event.as_object()["data"].as_object()["seats"] = 9;
    EXPECT_EQ(code_of(bent), "proof_event_differs");
    bent = proof;
    bent.event.as_object()["position"] = 6;
    EXPECT_EQ(code_of(bent), "proof_event_differs");
    bent = proof;
    bent.index = 6;
    EXPECT_EQ(code_of(bent), "proof_event_differs");
    bent = proof;
    std::swap(bent.path.front(), bent.path.back());
    EXPECT_EQ(code_of(bent), "proof_event_differs");
    bent = proof;
    bent.block.at += Milliseconds(1);
    EXPECT_EQ(code_of(bent), "proof_signature_wrong");
    bent = proof;
    bent.block.number = 2;
    EXPECT_EQ(code_of(bent), "proof_signature_wrong");
    bent = proof;
    bent.block.first_position = 2;
    EXPECT_EQ(code_of(bent), "proof_event_differs");
    bent = proof;
    bent.path.emplace_back("zz");
    EXPECT_EQ(code_of(bent), "proof_malformed");
    // Somebody who seals a journal of his own has another key.
    bent = proof;
    const auto stranger = crypto::Sm2PrivateKey::generate();
    bent.point = crypto::to_hex(stranger.public_key().point());
    bent.block.signature = crypto::to_hex(stranger.sign(digest_of(bent.block).raw()).raw());
    EXPECT_EQ(code_of(bent), "holds") << "in itself it is consistent";
    EXPECT_EQ(check_proof(bent, proof.point).error().code, "proof_signature_wrong");
}

struct Tampering {
    const char* what;
    const char* sql;
    const char* fault;
};
class SealTampered : public Seal, public testing::WithParamInterface<Tampering> {};

TEST_P(SealTampered, Shows) {
    add(30);
    seal(10);
    ASSERT_FALSE(verified().fault);
    change(GetParam().sql);
    const auto found = verified();
    ASSERT_TRUE(found.fault) << GetParam().what;
    EXPECT_NE(found.fault->find(GetParam().fault), std::string::npos) << *found.fault;
}
INSTANTIATE_TEST_SUITE_P(
    Everywhere, SealTampered,
    testing::Values(
        Tampering{"an amount", "UPDATE events SET data = '{\"seats\":99}' WHERE position = 15",
                  "block 2 (positions 11 to 20): an event in it was changed"},
        Tampering{"a time", "UPDATE events SET at = at + 1 WHERE position = 1", "block 1"},
        Tampering{"an actor", "UPDATE events SET actor = 7 WHERE position = 30", "block 3"},
        Tampering{"a lost event", "DELETE FROM events WHERE position = 12",
                  "the event of position 12 is missing"},
        Tampering{"a lost tail", "DELETE FROM events WHERE position > 25", "missing at its end"},
        Tampering{"a lost block", "DELETE FROM journal_blocks WHERE number = 2",
                  "a block is missing before it"},
        Tampering{"a moved block", "UPDATE journal_blocks SET first_position = 12 WHERE number = 2",
                  "does not begin where"},
        Tampering{"another time of sealing", "UPDATE journal_blocks SET at = at + 1 WHERE number = 2",
                  "its signature is wrong"},
        Tampering{"another root",
                  "UPDATE journal_blocks SET root = previous WHERE number = 2",
                  "its signature is wrong"}),
    [](const auto& tampering) {
        std::string name = tampering.param.what;
        std::replace(name.begin(), name.end(), ' ', '_');
        return name;
    });

TEST_F(Seal, OfTwoProcessesThatSealAtOnceOneIsTheFirst) {
    add(5);
    const auto key = *sealing_key(*store, *keyring, start);
    const auto block =
        store->read([&](store::Reader& reader) { return *next_block(reader, key, start, 10); });
    bool first = false;
    bool second = true;
    store->write([&](store::Transaction& t) { return first = add_block(t, block); });
    store->write([&](store::Transaction& t) { return second = add_block(t, block); });
    EXPECT_TRUE(first);
    EXPECT_FALSE(second);
    EXPECT_FALSE(verified().fault);
}

TEST_F(Seal, SeveralBlocksAtOnceContinueTheChain) {
    add(5);
    seal(10);
    add(24);
    const auto key = *sealing_key(*store, *keyring, start);
    const auto next = [&] { return store->read([&](store::Reader& reader) { return next_blocks(reader, key, start, 10, 2); }); };
    std::vector<std::int64_t> ends;
    for (auto blocks = next(); !blocks.empty(); blocks = next()) {
        EXPECT_LE(blocks.size(), 2U);
        for (const auto& block : blocks) ends.push_back(block.last_position);
        store->write([&](store::Transaction& t) {
            for (const auto& block : blocks) EXPECT_TRUE(add_block(t, block));
            return true;
        });
    }
    EXPECT_EQ(ends, (std::vector<std::int64_t>{15, 25, 29}));
    EXPECT_FALSE(verified().fault);
    EXPECT_EQ(verified().events, 29);
}

TEST_F(Seal, WithAnotherKeyFileIsRefused) {
    add(1);
    seal(1);
    crypto::SeededSecrets others(2);
    const auto keys = crypto::Keyring::generate(others);
    EXPECT_FALSE(sealing_key(*store, keys, start));
}

}  // namespace seal_test
}  // namespace jianghui::journal
