"""What commands share: flags, the plan at the keyboard, exit codes."""
