#!/usr/bin/env bash
# Links this checkout into your QGIS profile as the plugin carbon_zones; --remove removes the link.
# QGIS_PROFILE: folder of another profile, as opened by Settings > User profiles > Open active
# profile folder.
set -euo pipefail
cd -- "$(dirname -- "$0")/.."

profiles=()
if [ -n "${QGIS_PROFILE:-}" ]; then
    [ -d "$QGIS_PROFILE" ] || { echo "QGIS_PROFILE: folder $QGIS_PROFILE not found." >&2; exit 1; }
    profiles=("$QGIS_PROFILE")
else
    case $(uname -s) in
        Darwin) base="$HOME/Library/Application Support/QGIS" ;;
        *) base="${XDG_DATA_HOME:-$HOME/.local/share}/QGIS" ;;
    esac
    for version in QGIS3 QGIS4; do
        [ ! -d "$base/$version" ] || profiles+=("$base/$version/profiles/default")
    done
    # Without a profile, QGIS finds the plugin at its first start.
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
        echo "$link exists and is not a link: Carbon Zones is installed from a package." >&2
        echo "Uninstall it in QGIS (Plugins > Manage and Install Plugins) or move the folder, then try again." >&2
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
Its algorithms are in the Processing Toolbox.
EOF
