"""What each command can be told: its questions, for programs that answer them."""
