#include <gtest/gtest.h>

#include "engine/procedures/cases.hpp"

namespace jianghui::procedures {
namespace files_test {

TEST(Files, AreKnownByTheirBytes) {
    EXPECT_EQ(sniffed("%PDF-1.7\n…"), FileType::pdf);
    EXPECT_EQ(sniffed("\x89PNG\r\n\x1A\n…"), FileType::png);
    EXPECT_EQ(sniffed("\xFF\xD8\xFF\xE0…"), FileType::jpeg);
    EXPECT_EQ(sniffed("PK\x03\x04 [Content_Types].xml word/document.xml"), FileType::docx);
    EXPECT_EQ(sniffed("PK\x03\x04 [Content_Types].xml xl/workbook.xml"), FileType::xlsx);
    EXPECT_EQ(sniffed("工资表\n张三,2000\n"), FileType::text);
}

TEST(Files, WhatCouldBeRunIsNotTaken) {
    EXPECT_EQ(sniffed("MZ\x90"), std::nullopt);
    EXPECT_EQ(sniffed("\x7F"
                      "ELF"),
              std::nullopt);
    EXPECT_EQ(sniffed("<html><script>"), std::nullopt);
    EXPECT_EQ(sniffed("  <svg onload='x'>"), std::nullopt);
    EXPECT_EQ(sniffed("#!/bin/sh\nrm"), std::nullopt);
    EXPECT_EQ(sniffed("PK\x03\x04 anything"), std::nullopt);
    EXPECT_EQ(sniffed("PK\x03\x04 [Content_Types].xml word/document.xml word/vbaProject.bin"),
              std::nullopt);
    EXPECT_EQ(sniffed("\xC4\xE3\xBA\xC3"), std::nullopt);  // GBK: not UTF-8
    EXPECT_EQ(sniffed(std::string_view("a\0b", 3)), std::nullopt);
    EXPECT_EQ(sniffed("   \n"), std::nullopt);
}

TEST(Files, NamesLoseFoldersControlCharactersAndQuotes) {
    EXPECT_EQ(plain_name("C:\\papers/re\npo\"rt.pdf"), "report.pdf");
    EXPECT_EQ(plain_name("a/"), "file");
    EXPECT_EQ(content_type_of(FileType::text), "text/plain; charset=utf-8");
}

}  // namespace files_test
}  // namespace jianghui::procedures
