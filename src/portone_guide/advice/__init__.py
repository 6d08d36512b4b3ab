"""Pure decisions over facts and answers: no input, no output, no clock."""
