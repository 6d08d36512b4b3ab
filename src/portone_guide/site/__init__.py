"""Reads web pages, saved or over the network: the only room that opens a connection."""
