"""The program for assistants: its answers as tools, its schemas as resources, over the Model Context Protocol."""
