"""From text to typed files, and what is kept of that between runs."""
