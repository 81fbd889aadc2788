# Sourced by ./run and ./test: say what is being done and how long it took, install what is missing,
# build the program and the web app. Needs $root, the checkout's folder.

started=$SECONDS

# step WHAT…: tells which step begins, with the seconds since the start.
step() {
    printf '[%4d s] %s\n' "$((SECONDS - started))" "$*"
}

fail() {
    printf '\n%s: %s\n' "${0##*/}" "$*" >&2
    exit 1
}

# missing_packages LIST…: the Debian packages of the lists that are not installed, one a line.
missing_packages() {
    local package
    grep -hv '^#' "$@" | while read -r package; do
        [ -n "$package" ] || continue
        # The same program from elsewhere (nodesource's nodejs has npm in it) will do.
        [ "$package" = npm ] && command -v npm >/dev/null && continue
        dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q ' installed$' ||
            printf '%s\n' "$package"
    done
}

# install_packages LIST…: installs what is missing of the lists, as root or by sudo.
install_packages() {
    local missing as_root=() log=$root/build/apt.log
    missing=$(missing_packages "$@" | tr '\n' ' ')
    [ -n "$missing" ] || return 0
    [ "$install" = yes ] || fail "missing Debian packages (--no-install was given): $missing"
    if [ "$(id -u)" -ne 0 ]; then
        command -v sudo >/dev/null || fail "become root and run: apt-get install $missing"
        as_root=(sudo)
    fi
    step "installing Debian packages: $missing"
    mkdir -p "$root/build"
    # shellcheck disable=SC2086
    if ! { "${as_root[@]}" apt-get update -q &&
        "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -q -y \
            --no-install-recommends $missing; } >"$log" 2>&1; then
        tail -30 "$log" >&2
        fail "apt-get failed (build/apt.log)"
    fi
}

# configure PRESET TESTS: runs cmake, unless that was done with tests at least as wanted.
configure() {
    local preset=$1 tests=$2 folder=$root/build/$1
    if [ -f "$folder/build.ninja" ]; then
        if [ "$tests" = OFF ] || grep -q '^JIANGHUI_TESTS:BOOL=ON' "$folder/CMakeCache.txt"; then
            return 0
        fi
    fi
    step "configuring the $preset build"
    mkdir -p "$root/build"
    (cd "$root" && cmake --preset "$preset" -DJIANGHUI_TESTS="$tests") \
        >"$root/build/$preset.log" 2>&1 || {
        tail -30 "$root/build/$preset.log" >&2
        fail "cmake failed (build/$preset.log)"
    }
}

# build PRESET TARGET…: what changed only; everything without a target.
build() {
    local preset=$1 targets=()
    shift
    [ $# -eq 0 ] || targets=(--target "$@")
    step "building the program (${*:-everything}; $preset)"
    # Two compilers at a time: the machines that this is meant for have two cores and little memory.
    cmake --build "$root/build/$preset" -j2 "${targets[@]}" >"$root/build/$preset.log" 2>&1 || {
        grep -E -A12 'error|FAILED' "$root/build/$preset.log" | head -60 >&2
        fail "the build failed (build/$preset.log)"
    }
}

# web_inputs: a line that changes when anything does that the web app is made of.
web_inputs() {
    (cd "$root" && find ui features -name node_modules -prune -o -path ui/dist -prune -o \
        -type f \( -path 'ui/*' -o -path '*/ui/*' \) -print | LC_ALL=C sort |
        xargs -d '\n' sha256sum | sha256sum)
}

# build_web: makes ui/dist, unless nothing changed since it was made.
build_web() {
    local now stamp=$root/build/web.stamp
    [ -f "$root/ui/build.sh" ] || return 0
    now=$(web_inputs)
    if [ -f "$root/ui/dist/index.html" ] && [ "$(cat "$stamp" 2>/dev/null)" = "$now" ]; then
        return 0
    fi
    step "building the web app (its packages come from the npm registry)"
    mkdir -p "$root/build"
    bash "$root/ui/build.sh" >"$root/build/web.log" 2>&1 || {
        tail -30 "$root/build/web.log" >&2
        fail "the web app could not be built (build/web.log)"
    }
    printf '%s\n' "$now" >"$stamp"
}
