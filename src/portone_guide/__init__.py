"""portone-guide: from "we want to take payments" to the first live payment through PortOne."""

__version__ = "0.1.0"
