"""What a site shows of what reviewers look for: read, judged and told."""
