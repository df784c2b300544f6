def show_terms() -> None:
    return None
