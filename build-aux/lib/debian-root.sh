# SPDX-License-Identifier: GPL-3.0-or-later
# A Debian 13 root in the cache, made by mmdebstrap: as root, or as an ordinary user within a user
# namespace of her own. Sourced by build-aux/environment after lib/common.sh.
#
# It is built as NAME.partial and renamed when it is whole, so a folder called NAME can be trusted.
# The work is done in namespaces of its own: whatever ends them, kill -9 too, takes all mounts and
# processes with it, and the next run removes what was left of the folder and starts again.

suite=trixie
recipe=1 # to be raised when the steps below change, so that no older root is taken for a new one
environments=$cache_root/environment

# The name of the root that fits this checkout.
root_key () {
  local sum
  sum=$(sha256sum <"$aux/packages")
  echo "$suite-$recipe-$HOSTTYPE-${sum:0:16}"
}

# in_namespaces OPTIONS... COMMAND...: as root of a mount namespace of its own.
in_namespaces () {
  if ((UID == 0)); then
    unshare --mount --propagation private "$@"
  else
    unshare --map-auto --map-root-user --mount --propagation private "$@"
  fi
}

# What this machine lacks for making such a root: "package NAME", or "ids" for the lines in
# /etc/subuid and /etc/subgid that let an ordinary user have more ids than her own.
root_obstacles () {
  command -v mmdebstrap >/dev/null || echo "package mmdebstrap"
  [[ -e /usr/share/keyrings/debian-archive-keyring.gpg ]] || echo "package debian-archive-keyring"
  if ((UID != 0)); then
    command -v newuidmap >/dev/null || echo "package uidmap"
    grep -qs "^$(id -un):" /etc/subuid && grep -qs "^$(id -un):" /etc/subgid || echo "ids"
  fi
}

# The mirrors to try: the caller's wish, the machine's own, then mmdebstrap's default.
root_mirrors () {
  if [[ -n ${TRAMA_MIRROR:-} ]]; then
    echo "$TRAMA_MIRROR"
    return
  fi
  apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' 'Label: Debian' 2>/dev/null \
    | sort -u | head -n 1
  echo default
}

# Removes folders below the cache that may hold other owners' files, and never another filesystem.
root_delete () {
  in_namespaces bash -c '
    for folder; do
      grep -o " $folder/[^ ]* " /proc/self/mountinfo | sort -r | xargs -r umount --lazy 2>/dev/null
      rm -rf --one-file-system -- "$folder"
    done' delete "$@"
}

# The steps inside the namespaces. The script that starts them holds the lock on $alive for as long
# as it lives; when it goes, however that came about, everything in here goes too. (The last line
# keeps bash from becoming mmdebstrap: as the first process it would outlive its own kill.)
root_bootstrap='
  set -euo pipefail
  flock "$alive" kill -9 -1 >/dev/null 2>&1 &
  mirror=()
  [[ $mirror_name == default ]] || mirror=("$mirror_name")
  mmdebstrap --mode=root --variant=apt --include="$names" \
    --aptopt="Acquire::Retries \"3\"" \
    --dpkgopt="path-exclude=/usr/share/doc/*" --dpkgopt="path-exclude=/usr/share/gtk-doc/*" \
    --customize-hook="touch \"\$1/etc/resolv.conf\" \"\$1/etc/machine-id\"" \
    --customize-hook="for name in $locales; do chroot \"\$1\" localedef --no-archive -i \$name -f UTF-8 /usr/lib/locale/\$name.utf8; done" \
    "$suite" "$partial" "${mirror[@]}" || exit 1
'

# root_make KEY: leaves a whole root at $environments/KEY, or fails with the reason told.
root_make () {
  local root=$environments/$1 reader
  export partial=$root.partial alive=$root.alive names suite mirror_name
  export locales="en_GB de_DE es_ES pt_BR ar_EG" # what the tests use; others are made when needed
  names=$(list_column debian "$aux/packages" build test | paste -sd,)
  if [[ -e $partial ]]; then
    say "An earlier run was interrupted; removing what it left."
    root_delete "$partial"
  fi
  say "Preparing a Debian 13 environment for building: once, some minutes, 1.5 GB in $root"
  exec 7>"$alive"
  flock 7
  for mirror_name in $(root_mirrors); do
    exec 6> >(exec 7>&-; tee "$root.log" \
      | sed -u -n 's/^I: \(running apt\|downloading\|extracting\|installing\) /trama:   \1 /p' >&2)
    reader=$!
    if in_namespaces --pid --fork --kill-child --mount-proc \
      bash -c "$root_bootstrap" </dev/null >&6 2>&1 6>&- 7>&-; then
      exec 6>&- 7>&-
      wait "$reader" || true
      mv -T "$partial" "$root"
      rm -f "$alive"
      root_forget "$1"
      say "The environment is ready."
      return
    fi
    exec 6>&-
    wait "$reader" || true
    root_delete "$partial"
  done
  grep -v '^I:' "$root.log" | tail -n 15 >&2
  fail "Could not make the environment; all that was said is in $root.log"
}

# root_install KEY FILE PURPOSE: adds the packages of another list to a finished root.
root_install () {
  local root=$environments/$1 names stamp
  shift
  names=$(list_column debian "$@")
  stamp=$root/var/lib/trama-$(echo "$names" | sha256sum | cut -c 1-16)
  [[ ! -e $stamp ]] || return 0
  say "Installing" $names "into the environment."
  in_namespaces "$aux/lib/enter-root" install "$root" 0 0 / sh -c '
    dpkg --configure -a && apt-get update -qq \
      && apt-get install -qq -y --no-install-recommends "$@" && apt-get clean' install $names \
    >"$root.log" 2>&1 </dev/null || {
    tail -n 15 "$root.log" >&2
    fail "Could not install them; all that was said is in $root.log"
  }
  touch "$stamp"
}

# Removes the roots of older package lists that nobody has entered for two weeks.
root_forget () {
  local old
  find "$environments" -mindepth 1 -maxdepth 1 -name '*.used' -mtime +14 | while read -r old; do
    old=${old%.used}
    [[ $old == "$environments/$1" ]] || { root_delete "$old" && rm -f "$old".*; }
  done
}

# root_enter MODE KEY COMMAND...: becomes the command, in the caller's folder.
root_enter () {
  local mode=$1 root=$environments/$2 enter=()
  shift 2
  : >"$root.used"
  enter=(--mount --propagation private)
  ((UID == 0)) || enter+=(--map-auto --map-root-user)
  exec unshare "${enter[@]}" \
    "$aux/lib/enter-root" "$mode" "$root" "$UID" "${GROUPS[0]}" "$PWD" "$@"
}
