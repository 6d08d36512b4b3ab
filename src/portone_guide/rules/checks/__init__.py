"""What must hold within and between rule files."""
