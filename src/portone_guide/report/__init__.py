"""The whole plan as one answer: where the merchant stands, whom to sign with, the checklist, the road."""
