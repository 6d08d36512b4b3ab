"""Which payment gateway to sign with."""
