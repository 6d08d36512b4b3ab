"""The one room that speaks to PortOne's API: a file for each version, fixed hosts, nothing kept."""
