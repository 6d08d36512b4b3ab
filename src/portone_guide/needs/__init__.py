"""What a merchant can say: questions, their flow, the answers and what they mean."""
