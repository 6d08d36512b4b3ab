"""Text that would move a cursor, hide something or end a line, wherever it came out."""

EVIL = (
    "\x1b]0;title\x07\x1b[2J\x1b[31m"  # a title, an empty screen, a colour
    "\x9b2J\x00\x08\x7f"  # the same in one byte, NUL, backspace, delete
    "\u202e\u2066\u200b\u00ad\ufeff"  # directions, letters that can't be seen
    "\u2028\u2029\x85\x0b\x0c\r"  # ends of lines
    "\udc80\ue000\U000e0041"  # half a letter, private, a tag
)
HIDDEN = set(EVIL) - set("]0;title[2J[31m")
