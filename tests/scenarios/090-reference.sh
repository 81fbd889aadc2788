#!/usr/bin/env bash
# The pages of docs/reference say what the code, the migrations, the data and the program say.
# Needs JIANGHUI, the program.
set -euo pipefail
exec "$(dirname "${BASH_SOURCE[0]}")/../../docs/reference/make.sh" --check
