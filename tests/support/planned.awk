# From queries.sql files: each statement prepared and its plan for unknown parameters asked, for psql.
# {name} becomes the columns of that name; :name becomes $n, and `:name IS` a text of its own number, as engine/store/postgres/dialect.cpp has it; LIKE stays.
function flush(    out, rest, at, word, question, count, i, numbers, key) {
    if (list != "") { sub(/[ \n]+$/, "", body); columns[list] = body; list = body = ""; return }
    if (name == "" || body ~ /PRAGMA/) { name = body = ""; return }
    while (match(body, /\{[a-z_0-9]+\}/))
        body = substr(body, 1, RSTART - 1) columns[substr(body, RSTART + 1, RLENGTH - 2)] substr(body, RSTART + RLENGTH)
    gsub(/;[ \n]*$/, "", body)
    gsub(/INTEGER/, "BIGINT", body)
    rest = body; out = ""; count = 0
    split("", numbers)
    while (match(rest, /'[^']*'|::|:[a-z_][a-z_0-9]*/)) {
        word = substr(rest, RSTART, RLENGTH)
        out = out substr(rest, 1, RSTART - 1)
        rest = substr(rest, RSTART + RLENGTH)
        if (word !~ /^:[a-z_]/) { out = out word; continue }
        question = rest ~ /^[ \n]+IS[ \n]/
        key = word (question ? "?" : "")
        if (!(key in numbers)) numbers[key] = ++count
        out = out "$" numbers[key] (question ? "::text" : "")
    }
    out = out rest
    all++
    printf "\\echo == %s\nPREPARE s%d AS %s;\nEXPLAIN EXECUTE s%d", name, all, out, all
    for (i = 1; i <= count; i++) printf "%sNULL", i == 1 ? "(" : ", "
    print (count > 0 ? ");" : ";")
}
BEGIN { print "SET plan_cache_mode = force_generic_plan;" }
FNR == 1 { flush(); name = list = body = ""; split("", columns); part = FILENAME; sub(/\/queries\.sql$/, "", part); sub(/.*\//, "", part) }
/^-- columns: / { flush(); name = ""; list = $3; body = ""; next }
/^-- name: / { flush(); name = part "." $3; body = ""; next }
/^[ ]*--/ { next }
{ body = body $0 "\n" }
END { flush() }
