#!/usr/bin/env bash
# The suite on QGIS 3.44: builds a bare Debian 13 under build/, in which QGIS comes from trixie-backports,
# runs the steps in a clone of what is committed, and removes it all. `make test-qgis344` runs it.
#     KEEP=1            keep the root, to look at or to use again
#     ONLY="test demo"  only these steps
#     ARGS="-k zones"   arguments for pytest
#     MIRROR=URL        the Debian mirror; else the one in the host's own apt sources
# Every command runs in name spaces of its own: its mounts are seen by nobody else, and they and all its
# processes end with it, whatever ends it. So removing the root can never reach through a mount.
set -euo pipefail
cd -- "$(dirname -- "$0")/.."

release=trixie
wanted=3.44
root=$PWD/build/qgis344-root
logs=build/qgis344
clone='/root/a b-1'     # a space and a dash: a checkout may lie anywhere
child=''
set -m                  # or the commands, being in the background, would ignore an interrupt

say() { printf '%s\n' "qgis344: $*"; }
stop() { printf '%s\n' "qgis344: $1" "${@:2}" >&2; exit 1; }

finish() {
    local code=$?
    trap '' INT TERM HUP
    exec >&3        # an interrupt comes while a step writes to its log
    if [ -n "$child" ]; then { kill -KILL "$child" && wait "$child"; } 2>/dev/null || true; fi
    if [ "${KEEP:-0}" != 0 ]; then
        say "kept: $root (look into it with: chroot '$root'); the next run uses it again"
    else
        remove || { sleep 2; remove; }     # a process that was killed may take a moment to go
        say "removed the root; the logs are in $logs/"
    fi
    exit "$code"
}

# Somebody may have mounted something in a root that was kept.
remove() {
    ! grep -q qgis344-root /proc/self/mountinfo || stop "$root stays, for something is mounted in it."
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

# The shell stays, as process 1, to collect what the tests leave behind.
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

# step NAME COMMAND...: its words go to a log, its last ones to the screen when it fails.
step() {
    local name=$1 log=$logs/$1.log begun=$SECONDS code=0
    shift
    printf '%-16s' "$name"
    "$@" >"$log" 2>&1 || code=$?
    printf '%3d min %02d s   %s\n' $(((SECONDS - begun) / 60)) $(((SECONDS - begun) % 60)) \
        "$(sed -n 's!^=* \(.* in [0-9.]*s[^=]*\) =*$!\1!p' "$log" | tail -n 1)"
    [ "$code" = 0 ] || { tail -n 40 "$log"; say "FAILED: $name (exit code $code), all of it in $log"; } >&2
    return "$code"
}

# Joined by &&, because a shell that asks for the exit code of a function doesn't stop inside it by itself.
build_root() {
    remove &&
    run debootstrap --variant=minbase --include=git,make,ca-certificates "$release" "$root" "$mirror" &&
    printf "deb $mirror %s main\n" "$release" "$release-backports" >"$root/etc/apt/sources.list" &&
    printf '%s\n' 'Package: src:qgis' "Pin: release n=$release-backports" 'Pin-Priority: 990' \
        >"$root/etc/apt/preferences.d/qgis" &&
    # What the host needs to reach the network.
    apt-config dump Acquire >"$root/etc/apt/apt.conf.d/99host" &&
    cp /etc/resolv.conf /etc/hosts "$root/etc/" &&
    { [ ! -f /etc/pip.conf ] || cp /etc/pip.conf "$root/etc/"; } &&
    cp -r /usr/local/share/ca-certificates/. "$root/usr/local/share/ca-certificates/" &&
    in_root update-ca-certificates &&
    touch "$root/built"
}

# With plotly.js, where it is here: whatever the host needs to reach npm, the root does not have.
clone() {
    rm -rf -- "$root$clone" && git clone "$PWD" "$root$clone" &&
    { [ ! -d resources/leaflet ] || cp -r resources/leaflet resources/plotly "$root$clone/resources/"; }
}

# tools/setup.sh of the clone installs it, as anybody's would.
install_qgis() {
    in_root "cd '$clone' && make setup" &&
    in_root 'dpkg-query -W qgis python3-qgis python3-gdal python3-numpy python3' &&
    { in_root "QT_QPA_PLATFORM=offscreen qgis_process --version | grep '^QGIS $wanted\.'" ||
        { echo "The QGIS in the root is not $wanted."; false; }; }
}

# A function, so that the shell has read all of it before it begins: the checkout may change meanwhile.
main() {
    [ "$(id -u)" = 0 ] || stop "building a root takes root: sudo make test-qgis344"
    if ! command -v debootstrap >/dev/null; then
        command -v apt-get >/dev/null || stop "please install debootstrap first."
        say "installing debootstrap from the distribution"
        apt-get update
        DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends \
            debootstrap debian-archive-keyring
    fi
    unshare --mount --pid --fork true || stop "no mounts are allowed here; a container has to be a privileged one."
    mirror=${MIRROR:-$(cat /etc/apt/sources.list /etc/apt/sources.list.d/* 2>/dev/null \
        | sed -nE 's!^[^#]*(https?://[^ ]+/debian/?)( .*|$)!\1!p' | head -n 1)} || true
    [ -n "$mirror" ] || stop "no Debian mirror in the apt sources here: name one, make test-qgis344 MIRROR=..."
    [ -z "$(git status --porcelain)" ] || say "only what is committed is tested, and there is more than that here"

    mkdir -p build
    exec 4>build/qgis344.lock
    flock --nonblock 4 || stop "another run is under way in this checkout."
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

    # All of them, for a root is dear; the exit code is that of the first that failed.
    failed=0
    for name in ${ONLY:-test test-slow test-browser test-office test-window demo}; do
        step "$name" in_root "cd '$clone' && make $name ARGS='${ARGS:-}'" || failed=$((failed ? failed : $?))
    done
    exit "$failed"
}

main
