"""Words that everybody uses, and that say nothing of what somebody is looking for."""

FUNCTION_WORDS = frozenset((
    "a", "about", "am", "an", "and", "any", "are", "as", "at", "be", "been", "being", "between", "but", "by",
    "can", "could", "describe", "did", "discuss", "do", "does", "each", "explain", "for", "from", "had",
    "has", "have", "how", "i", "if", "in", "into", "is", "it", "its", "may", "me", "might", "mr", "mrs", "ms",
    "must", "my", "of", "on", "or", "our", "s", "shall", "should", "so", "some", "such", "t", "tell", "than",
    "that", "the", "their", "them", "then", "there", "these", "they", "this", "those", "through", "to", "us",
    "was", "we", "were", "what", "when", "where", "which", "while", "who", "whom", "whose", "why", "will",
    "with", "within", "would", "you", "your",
))  # fmt: skip
"""They never decide what is found."""

TITLE_FILLERS = FUNCTION_WORDS - {"how", "who", "why", "when", "where", "to", "from", "not"}
"""Words that two titles may differ in and still ask the same."""
