_portone_guide_complete() {
  local line
  COMPREPLY=()
  while IFS= read -r line; do
    COMPREPLY+=("$line")
  done < <(_PORTONE_GUIDE_COMPLETE=bash _PORTONE_GUIDE_LINE="${COMP_LINE:0:COMP_POINT}" command portone-guide 2>/dev/null)
  if [[ ${#COMPREPLY[@]} -eq 1 && ${COMPREPLY[0]} == *= ]]; then
    compopt -o nospace
  fi
}
complete -o default -F _portone_guide_complete portone-guide
