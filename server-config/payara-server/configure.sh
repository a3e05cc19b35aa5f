#!/usr/bin/env bash
# Makes a domain of Payara Server 6.2025.10 that is ready for Freehold, and leaves it stopped.
set -euo pipefail

here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)"

usage() {
  cat << 'TEXT'
Usage: PAYARA_HOME=/opt/payara6 configure.sh --driver postgresql.jar [options]

  --driver FILE     the PostgreSQL JDBC driver, 42.7 or newer (required)
  --domain NAME     the name of the domain (freehold)
  --domains FOLDER  where domains live ($PAYARA_HOME/glassfish/domains)
  --portbase N      HTTP at N+80, administration at N+48, and so on (8080, 4848, ...)
  --bind ADDRESS    where HTTP listens (127.0.0.1)
TEXT
}

fail() {
  echo "$1" >&2
  exit 1
}

driver="" domain=freehold domains="" portbase="" bind=127.0.0.1
while [ $# -gt 0 ]; do
  case "$1" in
    --help | -h) usage && exit 0 ;;
    --driver | --domain | --domains | --portbase | --bind)
      [ $# -ge 2 ] || fail "$1 wants a value: see configure.sh --help."
      declare "${1#--}=$2"
      shift 2
      ;;
    *) fail "There is no option $1: see configure.sh --help." ;;
  esac
done

[ -x "${PAYARA_HOME:-}/bin/asadmin" ] || fail "Set PAYARA_HOME to the folder of Payara Server, the one with bin/asadmin."
[ -f "$driver" ] || fail "Give the PostgreSQL JDBC driver with --driver."
domains="${domains:-$PAYARA_HOME/glassfish/domains}"
[ ! -e "$domains/$domain" ] ||
  fail "There is a domain $domain in $domains: take another name with --domain, or delete it with asadmin delete-domain."
admin=$((${portbase:-4800} + 48))

work="$(mktemp -d)"
started=""
cleanup() {
  local status=$?
  if [ $status -ne 0 ] && [ -n "$started" ]; then
    asadmin stop-domain --force --kill --domaindir "$domains" "$domain" > /dev/null 2>&1 || true
  fi
  rm -rf "$work"
}
trap cleanup EXIT

asadmin() {
  # A dumb terminal: asadmin asks it for nothing.
  TERM=dumb "$PAYARA_HOME/bin/asadmin" --interactive=false "$@"
}

step() {
  echo "$1"
  shift
  "$@" > "$work/out" 2>&1 || {
    cat "$work/out" >&2
    fail "That failed; the server's log is in $domains/$domain/logs."
  }
}

configure() {
  # The values in @...@; no character of an address is special to sed.
  sed "s/@bind@/$bind/g" "$here/freehold.asadmin" > "$work/freehold.asadmin"
  echo "add-library $driver" >> "$work/freehold.asadmin"
  asadmin --port "$admin" multimode --file "$work/freehold.asadmin"
}

# Multimode goes on after a command that failed, and says so only in its output.
refuse_failures() {
  ! grep -B 1 -E "^(Command .* failed|CLI[0-9]+)" "$work/out" >&2
}

mkdir -p "$domains"
driver="$(cd "$(dirname "$driver")" && pwd -P)/$(basename "$driver")"
# Without password: administration listens on loopback only. README.md says how to set one.
step "Making the domain $domain in $domains" \
  asadmin create-domain --nopassword=true --domaindir "$domains" ${portbase:+--portbase "$portbase"} "$domain"
started=yes
step "Starting it" asadmin start-domain --domaindir "$domains" "$domain"
step "Configuring it" configure
refuse_failures || fail "Payara Server refused a part of freehold.asadmin: see above."
step "Stopping it" asadmin stop-domain --domaindir "$domains" "$domain"
started=""
cat << TEXT
The domain is ready. Next, with the environment that README.md lists:
  asadmin start-domain --domaindir $domains $domain
  asadmin --port $admin deploy --name freehold freehold.ear
TEXT
