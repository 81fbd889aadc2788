#pragma once
// The vocabulary of proofs.

#include "engine/app/feature.hpp"
#include "engine/procedures/procedures.hpp"

namespace jianghui::proofs {

using ProofId = Id<struct ProofTag>;

/// A row of `proofs`: a paper, who brought it and for which place.
struct Proof {
    ProofId id;
    PlaceCode city;
    PlaceCode place;  ///< of the office
    std::string name;
    procedures::FileType type = procedures::FileType::pdf;
    std::int64_t bytes = 0;
    std::string digest;  ///< SM3 of the bytes, in hex
    AccountId account;
    Instant at;
};
BOOST_DESCRIBE_STRUCT(Proof, (), (id, city, place, name, type, bytes, digest, account, at))

/// POST proofs: the body is the file.
struct UploadProof {
    String<1, 200> name;
};
BOOST_DESCRIBE_STRUCT(UploadProof, (), (name))

struct FindProof {
    ProofId proof;
};
BOOST_DESCRIBE_STRUCT(FindProof, (), (proof))

struct ProofView {
    ProofId id;
    std::string name;
    std::int64_t bytes = 0;
    std::string digest;
    Instant at;
};
BOOST_DESCRIBE_STRUCT(ProofView, (), (id, name, bytes, digest, at))

/// What the event of a proof says.
struct ProofEvent {
    PlaceCode place;
    std::int64_t bytes = 0;
    std::string digest;
};
BOOST_DESCRIBE_STRUCT(ProofEvent, (), (place, bytes, digest))

}  // namespace jianghui::proofs
