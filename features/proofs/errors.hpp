#pragma once
// What can be refused about proofs.

#include "engine/base/base.hpp"

namespace jianghui::proofs {

inline constexpr ErrorCode proof_empty{"proof_empty", Kind::invalid, "文件是空的。请重新选择文件。",
                                       "The file is empty. Choose another."};
inline constexpr ErrorCode proof_too_large{"proof_too_large", Kind::too_large,
                                           "文件超过大小上限。请压缩，或拆成几份分别上传。",
                                           "The file is larger than allowed. Compress it, or send it in parts."};
inline constexpr ErrorCode proof_type_unknown{
    "proof_type_unknown", Kind::invalid,
    "不认识的文件类型。可上传 PDF、PNG、JPEG、DOCX、XLSX（不含宏）和纯文本。",
    "Unknown kind of file. PDF, PNG, JPEG, DOCX, XLSX (without macros) and plain text are taken."};
inline constexpr ErrorCode proof_day_full{
    "proof_day_full", Kind::too_many,
    "本单位今天上传的证明材料已到上限。请明天再传，或请系统管理员调整参数 proof_day_files_max。",
    "Your office has uploaded as many proofs as one day takes. Go on tomorrow, or ask the system "
    "administrator to change the parameter proof_day_files_max."};
inline constexpr ErrorCode proof_year_full{
    "proof_year_full", Kind::conflict,
    "本单位今年上传的证明材料已占满空间。请压缩文件，或请系统管理员调整参数 proof_year_bytes_max。",
    "The proofs of your office fill the space of this year. Make the file smaller, or ask the system "
    "administrator to change the parameter proof_year_bytes_max."};
inline constexpr ErrorCode proof_unknown{
    "proof_unknown", Kind::invalid, "没有这份证明材料，或它不是本单位上传的。请重新上传。",
    "There is no such proof of your office. Upload it again."};

}  // namespace jianghui::proofs
