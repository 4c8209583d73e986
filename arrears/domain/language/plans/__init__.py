"""Instalments, and the kind of arrangement that is wished for."""
