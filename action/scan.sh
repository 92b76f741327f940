#!/usr/bin/env bash
# The check step of action.yml. Inputs come as variables, never as text of the script, so that none can act.
set -euo pipefail

targets=()
while IFS= read -r line; do
  if [[ -n "${line//[[:space:]]/}" ]]; then targets+=("$line"); fi
done <<<"${SCAN_TARGETS:?name at least one target}"

options=(--fail-on "${SCAN_FAIL_ON:-medium}" -f github)
if [[ -n "${SCAN_BASELINE:-}" ]]; then options+=(--baseline "$SCAN_BASELINE"); fi
if [[ -n "${SCAN_SARIF:-}" ]]; then options+=(-f "sarif:$SCAN_SARIF"); fi
if [[ "${SCAN_SHOW_PLACES:-false}" == true ]]; then options+=(--show-places); fi

exec auditor scan "${options[@]}" -- "${targets[@]}"
