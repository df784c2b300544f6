"""Streamlit parts: the frame, the wiring, and widgets pages arrange."""
