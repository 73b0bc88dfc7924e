#!/usr/bin/env bash
# Links this checkout into your QGIS profile as the plugin carbon_zones; --remove takes the link away.
# QGIS_PROFILE names another profile: the folder that QGIS opens with Settings > User profiles >
# Open active profile folder.
set -euo pipefail
cd -- "$(dirname -- "$0")/.."

profiles=()
if [ -n "${QGIS_PROFILE:-}" ]; then
    [ -d "$QGIS_PROFILE" ] || { echo "There is no folder $QGIS_PROFILE (QGIS_PROFILE)." >&2; exit 1; }
    profiles=("$QGIS_PROFILE")
else
    case $(uname -s) in
        Darwin) base="$HOME/Library/Application Support/QGIS" ;;
        *) base="${XDG_DATA_HOME:-$HOME/.local/share}/QGIS" ;;
    esac
    for version in QGIS3 QGIS4; do
        [ ! -d "$base/$version" ] || profiles+=("$base/$version/profiles/default")
    done
    # QGIS has never run here: it will find the plugin when it does.
    [ ${#profiles[@]} -gt 0 ] || profiles=("$base/QGIS3/profiles/default")
fi

for profile in "${profiles[@]}"; do
    link="$profile/python/plugins/carbon_zones"
    if [ "${1:-}" = --remove ]; then
        if [ -L "$link" ]; then
            rm -- "$link"
            echo "Removed the link $link"
        else
            echo "No link to remove at $link"
        fi
        continue
    fi
    if [ -e "$link" ] && [ ! -L "$link" ]; then
        echo "$link is there already and is no link: an installed Carbon Zones." >&2
        echo "Uninstall it in QGIS (Plugins > Manage and Install Plugins) or move it away, then try again." >&2
        exit 1
    fi
    mkdir -p -- "${link%/*}"
    rm -f -- "$link"
    ln -s -- "$PWD" "$link"
    echo "Linked $link"
    echo "    to $PWD"
done
[ "${1:-}" = --remove ] || cat <<'EOF'
Now start QGIS (again) and tick Carbon Zones under Plugins > Manage and Install Plugins > Installed.
Its algorithms are then in the Processing Toolbox.
EOF
