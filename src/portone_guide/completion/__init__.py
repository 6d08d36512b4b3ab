"""Completion in the shell: what may stand next on a command line, for bash, zsh, fish and PowerShell."""
