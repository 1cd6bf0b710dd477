# SPDX-License-Identifier: GPL-3.0-or-later
# A container made by podman from the committed Containerfile. Sourced by build-aux/environment.

# podman_image KEY
podman_image () {
  echo "localhost/trama-build:$1"
}

# Whether podman is there and can run anything for this user.
podman_works () {
  command -v podman >/dev/null && podman info >/dev/null 2>&1
}

podman_has_image () {
  podman image exists "$(podman_image "$1")" 2>/dev/null
}

podman_make () {
  say "Preparing a Debian 13 container for building with podman: once, some minutes, 1.5 GB"
  podman build --tag "$(podman_image "$1")" --file "$source_root/Containerfile" "$source_root" >&2 </dev/null \
    || fail "podman could not build the container. TRAMA_ENVIRONMENT=root tries without podman."
}

# podman_install KEY LIST PURPOSE: adds the packages of another list, as a layer of its own.
podman_install () {
  local image names
  image=$(podman_image "$1")
  shift
  names=$(list_column debian "$@")
  if [[ $(podman image inspect --format '{{index .Labels "trama.peers"}}' "$image") == "$(echo $names)" ]]; then
    return
  fi
  say "Installing" $names "into the container."
  printf 'FROM %s\nRUN apt-get update -qq && apt-get install -qq -y --no-install-recommends %s\nLABEL trama.peers="%s"\n' \
    "$image" "$(echo $names)" "$(echo $names)" \
    | podman build --tag "$image" --file - "$aux" >&2 || fail "podman could not add them."
}

# podman_enter KEY COMMAND...: becomes the command, in the caller's folder and as the caller.
podman_enter () {
  local image variable folder options=()
  image=$(podman_image "$1")
  shift
  for folder in "$source_root" "$PWD" "$HOME" "${TRAMA_BUILD_DIR:-}" /tmp "${XDG_RUNTIME_DIR:-}"; do
    [[ ! -d $folder || $folder == / ]] || options+=(--volume "$folder:$folder")
  done
  # The same folder twice is an error.
  mapfile -t options < <(printf '%s\n' "${options[@]}" | grep -v '^--volume$' | sort -u | sed 's/^/--volume=/')
  for variable in $(compgen -e); do
    case $variable in
      DISPLAY | WAYLAND_DISPLAY | XAUTHORITY | DBUS_SESSION_BUS_ADDRESS | XDG_* | LANG | LANGUAGE | LC_* | \
        HOME | TERM | TZ | CI | SOURCE_DATE_EPOCH | TRAMA_* | GTK_* | GSK_* | GDK_* | ADW_* | G_* | GSETTINGS_*)
        options+=(--env "$variable=${!variable}")
        ;;
    esac
  done
  [[ ! -t 0 || ! -t 1 ]] || options+=(--tty)
  # Files made inside belong to the caller. Root is root on both sides anyway.
  ((UID == 0)) || options+=(--userns=keep-id)
  [[ ! -e /dev/dri ]] || options+=(--device /dev/dri)
  exec podman run --rm --interactive --init --network=host --ipc=host \
    --security-opt label=disable --workdir "$PWD" --env TRAMA_INSIDE="podman-${image##*:}" "${options[@]}" "$image" "$@"
}

podman_clean () {
  command -v podman >/dev/null || return 0
  podman images --format '{{.Repository}}:{{.Tag}}' 2>/dev/null | grep '/trama-build:' \
    | xargs --no-run-if-empty podman rmi --force >/dev/null 2>&1 || true
}
