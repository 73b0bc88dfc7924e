#!/usr/bin/env bash
# The environment in which this checkout runs: an isolated QGIS profile under build/ that knows the
# plugin, no screen needed. The demo and the tests use it, and so can you:
#     tools/env.sh qgis_process list        one command
#     . tools/env.sh                        the shell you are in
#     tools/env.sh env QT_QPA_PLATFORM=xcb qgis        with a window
#     LOCALE=zh_CN tools/env.sh qgis_process list      in Chinese, from a profile of that language

_here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]:-$0}")/.." && pwd) || exit 1

# build/plugins/carbon_zones is a link to the checkout, made by tools/setup.sh: the folder of the
# checkout may have any name, the package is always carbon_zones.
export QGIS_PLUGINPATH="$_here/build/plugins"
export QGIS_CUSTOM_CONFIG_PATH="$_here/build/profile${LOCALE:+_$LOCALE}"
if [ -n "${LOCALE:-}" ] && [ ! -d "$QGIS_CUSTOM_CONFIG_PATH" ]; then
    echo "tools/env.sh: LOCALE=$LOCALE: there is only zh_CN besides English" >&2
    exit 1
fi
# The second path is where QGIS keeps its own Python plugins: `import processing`.
export PYTHONPATH="$_here/build/plugins:${QGIS_PREFIX_PATH:-/usr}/share/qgis/python/plugins"

# What a conda or another Python left behind would mix two GDALs, two PROJs or two numpys.
unset PYTHONHOME GDAL_DATA PROJ_DATA PROJ_LIB
export PYTHONNOUSERSITE=1
# QGIS's own Python takes a second to compile at each start. Where that is not to be kept beside the
# sources, as in containers, it is kept in here.
if [ -n "${PYTHONDONTWRITEBYTECODE:-}" ]; then
    unset PYTHONDONTWRITEBYTECODE
    export PYTHONPYCACHEPREFIX="${PYTHONPYCACHEPREFIX:-$_here/build/pycache}"
fi

export QT_QPA_PLATFORM=offscreen
export XDG_CACHE_HOME="$_here/build/cache"
export HYPOTHESIS_STORAGE_DIRECTORY="$_here/build/hypothesis"
# English messages everywhere, and a file name with an accent survives where no locale is set.
export LC_ALL=C.UTF-8

# Qt wants a folder of its own with mode 700; containers and cron have none.
if [ ! -d "${XDG_RUNTIME_DIR:-}" ]; then
    export XDG_RUNTIME_DIR="$_here/build/run"
    mkdir -p "$XDG_RUNTIME_DIR" && chmod 700 "$XDG_RUNTIME_DIR"
fi
unset _here

# Run, not sourced: become the command.
if [ "${BASH_SOURCE[0]:-}" = "$0" ]; then
    [ $# -gt 0 ] || { echo "usage: tools/env.sh command [argument ...]" >&2; exit 2; }
    exec "$@"
fi
