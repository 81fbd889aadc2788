#pragma once
// The public header of engine/print: documents as PDF, tables as XLSX.
#include "engine/print/chinese.hpp"
#include "engine/print/lines.hpp"
#include "engine/print/paper.hpp"
#include "engine/print/table_pages.hpp"
#include "engine/print/text_pages.hpp"
#include "engine/print/workbook.hpp"
