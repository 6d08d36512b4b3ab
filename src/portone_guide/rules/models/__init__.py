"""The shape of each rule file."""
