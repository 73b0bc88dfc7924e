#!/usr/bin/env bash
# Environment of this checkout: an isolated QGIS profile in build/ with the plugin enabled, without a
# display. Used by the demo and the tests, and on the command line:
#     tools/env.sh qgis_process list        runs one command
#     . tools/env.sh                        sets up the current shell
#     tools/env.sh env QT_QPA_PLATFORM=xcb qgis        with a window
#     LOCALE=zh_CN tools/env.sh qgis_process list      in Chinese, with a Chinese profile

_here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]:-$0}")/.." && pwd) || exit 1

# build/plugins/carbon_zones is a link to the checkout, created by tools/setup.sh, because the folder
# of the checkout may have any name.
export QGIS_PLUGINPATH="$_here/build/plugins"
export QGIS_CUSTOM_CONFIG_PATH="$_here/build/profile${LOCALE:+_$LOCALE}"
if [ -n "${LOCALE:-}" ] && [ ! -d "$QGIS_CUSTOM_CONFIG_PATH" ]; then
    echo "tools/env.sh: LOCALE=$LOCALE: there is only zh_CN besides English" >&2
    exit 1
fi
# The second path contains the Python plugins of QGIS, such as processing.
export PYTHONPATH="$_here/build/plugins:${QGIS_PREFIX_PATH:-/usr}/share/qgis/python/plugins"

# Settings of conda or another Python would mix different versions of GDAL, PROJ or numpy.
unset PYTHONHOME GDAL_DATA PROJ_DATA PROJ_LIB
export PYTHONNOUSERSITE=1
# Compiling the Python modules of QGIS takes a second at each start. If bytecode must not be written
# beside the sources, as in containers, it is stored in build/.
if [ -n "${PYTHONDONTWRITEBYTECODE:-}" ]; then
    unset PYTHONDONTWRITEBYTECODE
    export PYTHONPYCACHEPREFIX="${PYTHONPYCACHEPREFIX:-$_here/build/pycache}"
fi

export QT_QPA_PLATFORM=offscreen
export XDG_CACHE_HOME="$_here/build/cache"
export HYPOTHESIS_STORAGE_DIRECTORY="$_here/build/hypothesis"
# English messages, and non-ASCII file names even if no locale is set.
export LC_ALL=C.UTF-8

# Qt requires this folder with mode 700; containers and cron have none.
if [ ! -d "${XDG_RUNTIME_DIR:-}" ]; then
    export XDG_RUNTIME_DIR="$_here/build/run"
    mkdir -p "$XDG_RUNTIME_DIR" && chmod 700 "$XDG_RUNTIME_DIR"
fi
unset _here

# If executed, not sourced, run the command.
if [ "${BASH_SOURCE[0]:-}" = "$0" ]; then
    [ $# -gt 0 ] || { echo "usage: tools/env.sh command [argument ...]" >&2; exit 2; }
    exec "$@"
fi
