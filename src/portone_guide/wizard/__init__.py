"""Questions, the flows they form, and the replay that walks a flow."""
