"""Reads web pages, saved or over the network, and says what a person sees of them: the only room that opens a connection."""
