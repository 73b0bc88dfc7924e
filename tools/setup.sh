#!/usr/bin/env bash
# Installs the requirements of the demo, including plotly.js and Leaflet, which are part of the package.
#     tools/setup.sh [--dev] [--peers] [--browser] [--office] [--window] [--chinese] [--wine]
#     --dev      requirements of tests, linter and translation
#     --peers    programs for comparison in the benchmarks
#     --browser  a browser for tests of HTML pages
#     --office   LibreOffice for tests of workbooks and pictures
#     --window   requirements of the QGIS window on a virtual screen
#     --chinese  fonts for Chinese pages and pictures
#     --wine     wine, which runs Windows programs
# Only missing packages are installed, from the distribution.
set -euo pipefail
cd -- "$(dirname -- "$0")/.."

dev=false peers=false browser=false office=false window=false chinese=false wine=false
for option in "$@"; do
    case $option in
        --dev) dev=true ;;
        --peers) peers=true ;;
        --browser) browser=true ;;
        --office) office=true ;;
        --window) window=true ;;
        --chinese) chinese=true ;;
        --wine) wine=true ;;
        *) echo "usage: tools/setup.sh [--dev] [--peers] [--browser] [--office] [--window] [--chinese] [--wine]" >&2; exit 2 ;;
    esac
done
PYTHON=${PYTHON:-/usr/bin/python3}
least=3.40
unset PYTHONPATH PYTHONHOME     # those of conda or another Python must not apply

say() { printf '%s\n' "setup: $*"; }
stop() { printf '%s\n' "setup: $1" "${@:2}" >&2; exit 1; }

python_has() { "$PYTHON" -I -c 'import sys, importlib.util as u; sys.exit(u.find_spec(sys.argv[1]) is None)' "$1"; }

# Lists missing packages by their names in Debian and Ubuntu.
missing() {
    command -v qgis_process >/dev/null || echo qgis
    # Run it, because lrelease of Debian's qtchooser is only a wrapper that needs another program.
    if $dev; then
        PATH=/usr/lib/qt6/bin:/usr/lib/qt5/bin:$PATH lrelease -version >/dev/null 2>&1 || echo qttools5-dev-tools
    fi
    if $peers; then
        command -v grass >/dev/null || echo grass-core
        command -v saga_cmd >/dev/null || echo saga
    fi
    if $browser && ! command -v chromium chromium-browser google-chrome >/dev/null; then echo chromium; fi
    if $office; then
        command -v soffice >/dev/null || echo libreoffice-calc-nogui
        # Draw, which opens pictures, has no command of its own.
        [ -e "$(dirname "$(readlink -f "$(command -v soffice)")")/../share/registry/draw.xcd" ] ||
            echo libreoffice-draw-nogui
    fi
    if $browser || $office; then command -v pdftotext >/dev/null || echo poppler-utils; fi
    if $window; then
        command -v Xvfb >/dev/null || echo xvfb
        command -v fc-list >/dev/null || echo fontconfig
        # QGIS uses Open Sans for labels; the pictures use it for all text.
        has_font "Open Sans" || echo fonts-open-sans
    fi
    if $chinese; then
        command -v fc-list >/dev/null || echo fontconfig
        has_font "Noto Sans CJK SC" || echo fonts-noto-cjk
        # Translations of Qt, such as dialog buttons; included in QGIS for Windows.
        if $window && python_has PyQt5 && [ ! -e /usr/share/qt5/translations/qtbase_zh_CN.qm ]; then
            echo qttranslations5-l10n
        fi
    fi
    if $wine; then
        # Without recommended packages, the 32-bit part is not installed.
        command -v wine >/dev/null || printf '%s\n' wine wine64
        [ -e /usr/share/i18n/locales/zh_CN ] || echo locales
    fi
    if command -v "$PYTHON" >/dev/null; then
        "$PYTHON" -I - "$dev" <<'PY'
import sys
from importlib.util import find_spec
needed = {"qgis": "python3-qgis", "osgeo": "python3-gdal", "numpy": "python3-numpy"}
if sys.argv[1] == "true":
    needed["ensurepip"] = "python3-venv"
print(*(package for module, package in needed.items() if find_spec(module) is None), sep="\n")
PY
    else
        printf '%s\n' python3 python3-qgis python3-gdal
        if $dev; then echo python3-venv; fi
    fi
}

has_font() { [ -n "$(fc-list "$1" 2>/dev/null)" ]; }

older_than_least() { [ "$(printf '%s\n' "$1" "$least" | sort -V | head -n 1)" != "$least" ]; }

too_old() {
    stop "$1, but Carbon Zones needs QGIS $least or later." \
        "  Use a newer release of the system (Debian 13 has QGIS 3.40), or install the QGIS project's own" \
        "  packages, then try again."
}

install_missing() {
    local packages=("$@") sudo=() candidate
    if ! command -v apt-get >/dev/null; then
        stop "missing here: ${packages[*]} (Debian's package names)." \
            "  This system has no apt-get, so please install them yourself: QGIS $least or later with" \
            "  qgis_process on the PATH, and the Python that has its 'qgis', 'osgeo' and 'numpy' modules" \
            "  (name it if it isn't $PYTHON: make PYTHON=/path/to/python3 ...)."
    fi
    # Only recommended by qgis; recommended packages are not installed.
    case " ${packages[*]} " in *" qgis "*) packages+=(qgis-providers) ;; esac
    local install=(apt-get install -y --no-install-recommends "${packages[@]}")
    if [ "$(id -u)" != 0 ]; then
        command -v sudo >/dev/null || stop "missing here: ${packages[*]}." \
            "  Installing them requires root, and sudo is missing. Ask an administrator to run" \
            "  apt-get update && ${install[*]}"
        sudo=(sudo)
    fi

    mkdir -p build
    say "installing from the distribution: ${packages[*]}"
    say "this can take some minutes; the output of apt is in build/apt.log"
    if ! "${sudo[@]}" apt-get update </dev/null >build/apt.log 2>&1; then
        say "apt-get update failed (see build/apt.log); using the existing package lists"
    fi
    case " ${packages[*]} " in *" qgis "* | *" python3-qgis "*)
        candidate=$(LC_ALL=C apt-cache policy qgis | sed -n 's/^ *Candidate: *\([0-9]*:\)\{0,1\}//p')
        case $candidate in
            '' | '(none)') stop "the distribution's package lists have no qgis (on Ubuntu it is in 'universe')." ;;
        esac
        ! older_than_least "$candidate" || too_old "the distribution offers QGIS $candidate"
    esac
    if ! "${sudo[@]}" env DEBIAN_FRONTEND=noninteractive "${install[@]}" \
        -o DPkg::Lock::Timeout=300 </dev/null >>build/apt.log 2>&1; then
        tail -n 30 build/apt.log >&2
        stop "installing failed; above is the end of build/apt.log."
    fi
}

packages=$(missing | sort -u)     # names have no spaces: split when used as arguments
# At most twice: the need for Qt translations is known only once QGIS has installed PyQt5.
for _ in first second; do
    [ -n "$packages" ] || break
    install_missing $packages
    hash -r
    packages=$(missing | sort -u)
done
[ -z "$packages" ] || stop "still missing for $PYTHON after installing: ${packages//$'\n'/ }"

# The version check of QGIS takes a second; its result is cached until the program changes.
mkdir -p build
program=$(ls -lL -- "$(command -v qgis_process)")
if [ "$(cat build/qgis-checked 2>/dev/null)" != "$program" ]; then
    answer=$(QT_QPA_PLATFORM=offscreen qgis_process --version 2>&1) || true
    version=$(sed -n 's/^QGIS \([0-9.]*\).*/\1/p' <<<"$answer")
    [ -n "$version" ] || stop "qgis_process --version printed no version:" "$answer"
    ! older_than_least "$version" || too_old "QGIS here is $version"
    say "QGIS $version"
    printf '%s\n' "$program" >build/qgis-checked
fi

# The isolated profile: a link to the checkout with the name of the package, relative so that the
# clone can be moved; a profile with the plugin enabled (QGIS 3 and QGIS 4); and a Chinese one, because
# the settings define the language regardless of the locales of the system.
if [ "$(readlink build/plugins/carbon_zones 2>/dev/null)" != ../.. ]; then
    say "creating the QGIS profile in build/"
    mkdir -p build/plugins
    rm -rf build/plugins/carbon_zones
    ln -s ../.. build/plugins/carbon_zones
fi
for ini in profile/QGIS3.ini profile/QGIS4.ini profile_zh_CN/QGIS3.ini profile_zh_CN/QGIS4.ini; do
    profile=${ini%/*}
    ini=build/$profile/profiles/default/QGIS/${ini#*/}
    if ! grep -qs '^carbon_zones=true' "$ini"; then
        mkdir -p "${ini%/*}"
        printf '[PythonPlugins]\ncarbon_zones=true\n' >"$ini"
        case $profile in
            profile_*) printf '\n[locale]\nuserLocale=%s\noverrideFlag=true\n' "${profile#*_}" >>"$ini" ;;
        esac
    fi
done

# Test tools with pinned versions, in a virtual environment with access to the QGIS of the system;
# installed again when versions or Python change.
if $dev; then
    wanted="$("$PYTHON" --version)
$(cat requirements-dev.txt)"
    if [ "$(cat build/venv/installed 2>/dev/null)" != "$wanted" ]; then
        say "installing the test tools into build/venv"
        rm -rf build/venv
        "$PYTHON" -m venv --system-site-packages build/venv
        build/venv/bin/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt </dev/null \
            || stop "installing the test tools failed, see above."
        printf '%s\n' "$wanted" >build/venv/installed
    fi
fi
if ! "$PYTHON" tools/drawing_program.py --is-there; then
    command -v npm >/dev/null || install_missing npm
    "$PYTHON" tools/drawing_program.py || stop "fetching plotly.js and Leaflet failed, see above."
fi
# Reference for landscape metrics in the benchmarks, in a separate environment.
if $peers; then
    wanted="$("$PYTHON" --version) pylandstats==3.1.0"
    if [ "$(cat build/bench/pylandstats/installed 2>/dev/null)" != "$wanted" ]; then
        say "installing pylandstats into build/bench/pylandstats"
        rm -rf build/bench/pylandstats
        "$PYTHON" -m venv build/bench/pylandstats
        build/bench/pylandstats/bin/python -m pip install --quiet --disable-pip-version-check pylandstats==3.1.0 \
            </dev/null || stop "installing pylandstats failed, see above."
        printf '%s\n' "$wanted" >build/bench/pylandstats/installed
    fi
fi
say "everything is in place"
