#!/usr/bin/env bash
# Tests on QGIS 3.44: creates a minimal Debian 13 in build/ with QGIS from trixie-backports, runs the
# steps in a clone of the last commit, and removes it. Run by `make test-qgis344`.
#     KEEP=1            keep the root for inspection or reuse
#     ONLY="test demo"  run these steps only
#     ARGS="-k zones"   arguments of pytest
#     MIRROR=URL        Debian mirror; default: that of the host's apt sources
# Every command runs in its own mount and PID namespaces: its mounts are private, and end with all its
# processes when it ends for any reason. Removing the root can therefore never affect a mounted folder.
set -euo pipefail
cd -- "$(dirname -- "$0")/.."

release=trixie
wanted=3.44
root=$PWD/build/qgis344-root
logs=build/qgis344
clone='/root/a b-1'     # with a space and a dash, because a checkout may have any path
child=''
set -m                  # otherwise background commands would ignore interrupts

say() { printf '%s\n' "qgis344: $*"; }
stop() { printf '%s\n' "qgis344: $1" "${@:2}" >&2; exit 1; }

finish() {
    local code=$?
    trap '' INT TERM HUP
    exec >&3        # an interrupt may occur while output goes to the log of a step
    if [ -n "$child" ]; then { kill -KILL "$child" && wait "$child"; } 2>/dev/null || true; fi
    if [ "${KEEP:-0}" != 0 ]; then
        say "kept: $root (look into it with: chroot '$root'); the next run uses it again"
    else
        remove || { sleep 2; remove; }     # killed processes may need a moment to end
        say "removed the root; the logs are in $logs/"
    fi
    exit "$code"
}

# A kept root may contain mounts.
remove() {
    ! grep -q qgis344-root /proc/self/mountinfo || stop "$root not removed: it contains mounts."
    rm -rf --one-file-system -- "$root"
}

run() {
    setpriv --pdeathsig KILL unshare --mount --pid --fork --kill-child -- "$@" </dev/null &
    child=$!
    local code=0
    wait "$child" || code=$?
    child=''
    return "$code"
}

# The shell remains as process 1, to reap orphaned processes of the tests.
in_root() {
    run bash -ec '
        mount --rbind /dev "$1/dev"
        mount -t tmpfs tmpfs "$1/dev/shm"
        mount -t proc proc "$1/proc"
        mount -t sysfs sysfs "$1/sys"
        exec chroot "$1" env -i HOME=/root PATH=/usr/sbin:/usr/bin:/sbin:/bin ${http_proxy+"http_proxy=$http_proxy"} \
            ${https_proxy+"https_proxy=$https_proxy"} ${no_proxy+"no_proxy=$no_proxy"} bash -c "$2; exit \$?"' \
        bash "$root" "$1"
}

# step NAME COMMAND...: logs the output, and prints the end of it on failure.
step() {
    local name=$1 log=$logs/$1.log begun=$SECONDS code=0
    shift
    printf '%-16s' "$name"
    "$@" >"$log" 2>&1 || code=$?
    printf '%3d min %02d s   %s\n' $(((SECONDS - begun) / 60)) $(((SECONDS - begun) % 60)) \
        "$(sed -n 's!^=* \(.* in [0-9.]*s[^=]*\) =*$!\1!p' "$log" | tail -n 1)"
    [ "$code" = 0 ] || { tail -n 40 "$log"; say "FAILED: $name (exit code $code), full log: $log"; } >&2
    return "$code"
}

# Joined by &&, because `set -e` has no effect in a function whose exit code is tested.
build_root() {
    remove &&
    run debootstrap --variant=minbase --include=git,make,ca-certificates "$release" "$root" "$mirror" &&
    printf "deb $mirror %s main\n" "$release" "$release-backports" >"$root/etc/apt/sources.list" &&
    printf '%s\n' 'Package: src:qgis' "Pin: release n=$release-backports" 'Pin-Priority: 990' \
        >"$root/etc/apt/preferences.d/qgis" &&
    # Network settings of the host.
    apt-config dump Acquire >"$root/etc/apt/apt.conf.d/99host" &&
    cp /etc/resolv.conf /etc/hosts "$root/etc/" &&
    { [ ! -f /etc/pip.conf ] || cp /etc/pip.conf "$root/etc/"; } &&
    cp -r /usr/local/share/ca-certificates/. "$root/usr/local/share/ca-certificates/" &&
    in_root update-ca-certificates &&
    touch "$root/built"
}

# Includes plotly.js and Leaflet, if present, because the root may have no access to npm.
clone() {
    rm -rf -- "$root$clone" && git clone "$PWD" "$root$clone" &&
    { [ ! -d resources/leaflet ] || cp -r resources/leaflet resources/plotly "$root$clone/resources/"; }
}

# Installed by tools/setup.sh of the clone, as on any computer.
install_qgis() {
    in_root "cd '$clone' && make setup" &&
    in_root 'dpkg-query -W qgis python3-qgis python3-gdal python3-numpy python3' &&
    { in_root "QT_QPA_PLATFORM=offscreen qgis_process --version | grep '^QGIS $wanted\.'" ||
        { echo "The QGIS in the root is not $wanted."; false; }; }
}

# A function, so that the shell reads all of it first: the checkout may change during the run.
main() {
    [ "$(id -u)" = 0 ] || stop "root required: sudo make test-qgis344"
    if ! command -v debootstrap >/dev/null; then
        command -v apt-get >/dev/null || stop "please install debootstrap first."
        say "installing debootstrap from the distribution"
        apt-get update
        DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends \
            debootstrap debian-archive-keyring
    fi
    unshare --mount --pid --fork true || stop "mounts are not allowed; a container must be privileged."
    mirror=${MIRROR:-$(cat /etc/apt/sources.list /etc/apt/sources.list.d/* 2>/dev/null \
        | sed -nE 's!^[^#]*(https?://[^ ]+/debian/?)( .*|$)!\1!p' | head -n 1)} || true
    [ -n "$mirror" ] || stop "no Debian mirror in the apt sources; set one: make test-qgis344 MIRROR=..."
    [ -z "$(git status --porcelain)" ] || say "uncommitted changes are not tested"

    mkdir -p build
    exec 4>build/qgis344.lock
    flock --nonblock 4 || stop "another run is in progress in this checkout."
    exec 3>&1
    trap finish EXIT
    trap 'exit 130' INT
    trap 'exit 143' TERM
    trap 'exit 129' HUP
    rm -rf "$logs"
    mkdir -p "$logs"
    [ -e "$root/built" ] || step root build_root
    step clone clone
    step qgis install_qgis
    say "$(grep '^QGIS' "$logs/qgis.log")"

    # Run all steps even if one fails, because creating a root takes long; exit with the first failure.
    failed=0
    for name in ${ONLY:-test test-slow test-browser test-office test-window demo}; do
        step "$name" in_root "cd '$clone' && make $name ARGS='${ARGS:-}'" || failed=$((failed ? failed : $?))
    done
    exit "$failed"
}

main
