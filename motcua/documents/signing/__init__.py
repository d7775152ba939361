"""Seals and signatures: where keys lie, how a PDF is signed, how anyone's PDF is judged."""
