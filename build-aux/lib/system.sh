# SPDX-License-Identifier: GPL-3.0-or-later
# The machine's own packages, and toolboxes that are running on it. Sourced by build-aux/environment.

# The package family of this system, if it is one we know names for.
system_family () (
  ID='' ID_LIKE=''
  [[ ! -r /etc/os-release ]] || source /etc/os-release
  case " $ID $ID_LIKE " in
    *' debian '* | *' ubuntu '*) echo debian ;;
    *' fedora '*) echo fedora ;;
  esac
)

# "PACKAGE VERSION" for each package of the build list that apt could install, without epochs.
apt_candidates () {
  local names
  mapfile -t names < <(list_column debian "$aux/packages" build)
  LC_ALL=C apt-cache policy "${names[@]}" 2>/dev/null \
    | awk '/^[^ ]/ { package = substr ($1, 1, length ($1) - 1) }
           /^  Candidate: [^(]/ { sub (/^[0-9]+:/, "", $2); print package, $2 }'
}

# Whether the system's package collection has all of the build list, new enough.
packages_serve () {
  local purpose package probe candidate
  local -A candidates=()
  case $(system_family) in
    debian)
      if ((UID == 0)) && ! compgen -G '/var/lib/apt/lists/*_Packages*' >/dev/null; then
        say "Asking for the list of the system's packages (apt-get update)."
        apt-get update -qq >/dev/null 2>&1 || true
      fi
      while read -r package candidate; do
        candidates[$package]=$candidate
      done < <(apt_candidates)
      while read -r purpose package _ probe; do
        [[ $purpose == build ]] || continue
        candidate=${candidates[$package]:-}
        [[ -n $candidate ]] || return 1
        [[ $probe != *'>='* ]] || version_reaches "$candidate" "${probe#*>=}" || return 1
      done <"$aux/packages"
      ;;
    # Fedora 42 came with GNOME 48, whose libraries are the oldest that Trama builds with.
    fedora) (source /etc/os-release && ((${VERSION_ID%%.*} >= 42))) ;;
    *) return 1 ;;
  esac
}

# packages_command LIST PURPOSE...: the one command that installs what the list names.
packages_command () {
  case $(system_family) in
    debian) echo apt-get install --yes --no-install-recommends $(list_column debian "$@") ;;
    fedora) echo dnf install --assumeyes $(list_column fedora "$@") ;;
  esac
}

# install_as_root COMMAND: quietly, unless it fails.
install_as_root () {
  local log=$environments/packages.log
  if ! DEBIAN_FRONTEND=noninteractive sh -c "$1" >"$log" 2>&1 </dev/null; then
    tail -n 15 "$log" >&2
    fail "That failed; all that was said is in $log"
  fi
}

# packages_install LIST PURPOSE...: sees to it that the system has what the list names. Root gets it
# installed and is told so; anybody else is given the command.
packages_install () {
  local command missing
  missing=$(list_missing "$@")
  [[ -n $missing ]] || return 0
  command=$(packages_command "$@")
  if ((UID != 0)); then
    say "This system's packages are new enough for Trama, but some are not installed. To install them:"
    printf '\n  sudo %s\n\n' "$command" >&2
    fail "Or leave the system as it is: TRAMA_ENVIRONMENT=root keeps all of it in $cache_root instead."
  fi
  say "Installing what Trama needs: $command"
  [[ $command != apt-get* ]] || command="apt-get update && $command"
  install_as_root "$command"
  missing=$(list_missing "$@")
  [[ -z $missing ]] || fail "Installed, but still missing: ${missing//$'\n'/, }"
}

# root_allow: sees to it that this machine can make a Debian root.
root_allow () {
  local obstacles names command=
  obstacles=$(root_obstacles)
  names=$(sed -n 's/^package //p' <<<"$obstacles" | paste -sd' ')
  [[ -z $names ]] || command="apt-get update && apt-get install --yes --no-install-recommends $names"
  if [[ -n $command ]] && ! command -v apt-get >/dev/null; then
    say "The libraries of this system are too old for Trama, or some are missing:"
    list_missing "$aux/packages" build | sed 's/^/  /' >&2
    fail "Install them; or install podman; or, for a root of its own, these: $names"
  fi
  if [[ -n $command ]] && ((UID == 0)); then
    say "Installing what makes the environment: $names"
    install_as_root "$command"
    command=
  fi
  [[ $obstacles != *ids* ]] \
    || command+="${command:+ && }usermod --add-subuids 100000-165535 --add-subgids 100000-165535 $(id -un)"
  if [[ -n $command ]]; then
    say "This machine has no libraries new enough for Trama. To allow it a Debian 13 of its own, once:"
    printf "\n  sudo sh -c '%s'\n\n" "$command" >&2
    fail "Then start this again."
  fi
  in_namespaces --pid --fork --mount-proc true 2>/dev/null \
    || fail "This machine does not let $(id -un) make namespaces, so there is no way to a root;" \
      "start this as root, or install podman."
}

# Running toolboxes and distroboxes, a name a line.
toolbox_running () {
  local label
  command -v podman >/dev/null || return 0
  for label in com.github.containers.toolbox=true manager=distrobox; do
    podman ps --format '{{.Names}}' --filter "label=$label" 2>/dev/null || true
  done
}

# The name of a running one that has all that is needed, if there is one.
toolbox_name () {
  local name
  while read -r name; do
    if toolbox_exec "$name" env TRAMA_ENVIRONMENT=system "$aux/environment" --for "${purposes[-1]}" --which \
      >/dev/null 2>&1; then
      echo "$name"
      return
    fi
    say "The toolbox $name is running, but lacks something that Trama needs; going on without it."
  done < <(toolbox_running)
}

# toolbox_exec NAME COMMAND...: in the caller's folder; both kinds show home, /tmp and the display.
toolbox_exec () {
  local name=$1 variable options=()
  shift
  for variable in $(compgen -e); do
    case $variable in
      DISPLAY | WAYLAND_DISPLAY | XAUTHORITY | DBUS_SESSION_BUS_ADDRESS | XDG_RUNTIME_DIR | LANG | LC_* | \
        TERM | CI | SOURCE_DATE_EPOCH | TRAMA_* | GTK_* | GSK_* | GDK_* | ADW_*)
        options+=(--env "$variable=${!variable}")
        ;;
    esac
  done
  [[ ! -t 0 || ! -t 1 ]] || options+=(--tty)
  podman exec --interactive --user "$(id -un)" --workdir "$PWD" "${options[@]}" "$name" "$@"
}

toolbox_enter () {
  local name
  name=$(toolbox_name)
  TRAMA_INSIDE=toolbox toolbox_exec "$name" "$@"
}
