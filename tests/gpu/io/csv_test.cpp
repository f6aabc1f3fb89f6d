// SPDX-License-Identifier: Apache-2.0
#include "gpu/csv.h"

#include <doctest/doctest.h>

using namespace unchained;
using namespace unchained::gpu;

namespace {

std::string errorOf(std::string_view text, const CsvOptions& options = {}) {
    const auto parsed = parseCsv(text, "t.csv", options);
    return parsed ? std::string("no error") : parsed.error().text();
}

CsvOptions label(std::string column) {
    CsvOptions out;
    out.labelColumn = std::move(column);
    return out;
}

} // namespace

TEST_CASE("a table without names has its label in the last column") {
    const auto table = parseCsv("1,2.5,0\n-3,1e-3,7\n", "t.csv");
    REQUIRE(table);
    CHECK(table->rows == 2);
    CHECK(table->columns == 2);
    CHECK(table->values == std::vector<float>{1, 2.5F, -3, 0.001F});
    CHECK(table->labels == std::vector<std::int32_t>{0, 7});
}

TEST_CASE("names, quotes, blanks, blank lines, CRLF and a byte order mark are read") {
    const auto table = parseCsv("\xef\xbb\xbf\"class, of digit\", x ,\"y\"\r\n\r\n 3.0 , \"+4\" ,\t5\r\n1,2,3", "t.csv",
                                label("class, of digit"));
    REQUIRE(table);
    CHECK(table->values == std::vector<float>{4, 5, 2, 3});
    CHECK(table->labels == std::vector<std::int32_t>{3, 1});
    CHECK(parseCsv("1;2\n", "t.csv", {.separator = ';'})->labels == std::vector<std::int32_t>{2});
}

TEST_CASE("the label column goes by place, number or name") {
    CHECK(parseCsv("1,2,3\n", "t", label("first"))->labels == std::vector<std::int32_t>{1});
    CHECK(parseCsv("1,2,3\n", "t", label("2"))->labels == std::vector<std::int32_t>{2});
    CHECK(parseCsv("1,2,3\n", "t", label("2"))->values == std::vector<float>{1, 3});
    CHECK(parseCsv("a,b,c\n1,2,3\n", "t", label("b"))->labels == std::vector<std::int32_t>{2});
    CHECK(parseCsv("1,2,3\n", "t", label("none"))->labels.empty());
    for (const char* column : {"0", "4", "d", "-1", "2x", ""}) {
        CHECK(errorOf("a,b,c\n1,2,3\n", label(column)) ==
              "t.csv: has no column '" + std::string(column) +
                  "' for the label; write last, first, none, a number from 1 to 3, or a name of the first line");
    }
}

TEST_CASE("numbers are rounded once, to nearest even") {
    // 1 + 2^-24 + 2^-60 rounds up from the text; over binary64 it would be a tie and round down.
    const auto table = parseCsv("1.00000005960464477626,0\n", "t.csv");
    REQUIRE(table);
    CHECK(table->values[0] == 1.00000011920928955078125F);
}

TEST_CASE("errors of a table name line and field") {
    CHECK(errorOf("1,2\n1,x\n") == "t.csv:2:2: 'x' is no label; labels are whole numbers from 0");
    CHECK(errorOf("1,2\n\nx,2\n") == "t.csv:3:1: 'x' is no finite number; write numbers as 12, -0.5 or 1e-3");
    CHECK(errorOf("1,2\nnan,2\n") == "t.csv:2:1: 'nan' is no finite number; write numbers as 12, -0.5 or 1e-3");
    CHECK(errorOf("1,2\n1e39,2\n") == "t.csv:2:1: '1e39' is no finite number; write numbers as 12, -0.5 or 1e-3");
    CHECK(errorOf("1,2\n,2\n") == "t.csv:2:1: '' is no finite number; write numbers as 12, -0.5 or 1e-3");
    CHECK(errorOf("1,2\n1,-1\n") == "t.csv:2:2: '-1' is no label; labels are whole numbers from 0");
    CHECK(errorOf("1,2\n1,1.5\n") == "t.csv:2:2: '1.5' is no label; labels are whole numbers from 0");
    CHECK(errorOf("1,2\n1,2147483648\n") == "t.csv:2:2: '2147483648' is no label; labels are whole numbers from 0");
    CHECK(errorOf("1,2\n1\n") == "t.csv:2:2: the row has 1 fields, the first one has 2; complete or remove it");
    CHECK(errorOf("1,2\n1,2,3\n") == "t.csv:2:3: the row has 3 fields, the first one has 2; complete or remove it");
    CHECK(errorOf("1,2\n\"1,2\n") == "t.csv:2:1: a quote is not closed on its line; close it");
    CHECK(errorOf("1,2\n\"1\"1,2\n") ==
          "t.csv:2:1: text follows a closing quote; quote the whole field or nothing of it");
    CHECK(errorOf("") == "t.csv: has no row of numbers; give a table with at least one row");
    CHECK(errorOf("a,b\n") == "t.csv: has no row of numbers; give a table with at least one row");
    CHECK(errorOf("1\n2\n") ==
          "t.csv:1:1: the table has no column but the label; give features too, or another separator");
    CHECK(errorOf(std::string_view("1,2\n\0,3\n", 8)) == "t.csv: is no text: it has a zero byte; save it as CSV");
    CHECK(errorOf("1,2\n\x1b[31m,2\n") == "t.csv:2:1: '?[31m' is no finite number; write numbers as 12, -0.5 or 1e-3");
}

TEST_CASE("rows and columns are bounded") {
    CHECK(errorOf("1,2\n1,2\n1,2\n", {.rowsMax = 2}) == "t.csv:3:1: the table has more than 2 rows; split the table");
    CHECK(errorOf("1,2,3\n", {.columnsMax = 2}) == "t.csv:1:3: a row has more than 2 fields; split the table");
}
