"""Rule files as the house writes them: their form, a new gateway's file, and their JSON Schema."""
