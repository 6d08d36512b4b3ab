#compdef portone-guide
_portone_guide() {
  local -a found
  found=("${(@f)$(_PORTONE_GUIDE_COMPLETE=zsh _PORTONE_GUIDE_LINE="${(j: :)words[1,CURRENT]}" command portone-guide 2>/dev/null)}")
  found=("${(@)found:#}")
  if (( $#found )); then
    _describe -V portone-guide found
  else
    _files
  fi
}
if [[ $funcstack[1] == _portone-guide ]]; then
  _portone_guide "$@"
else
  compdef _portone_guide portone-guide
fi
