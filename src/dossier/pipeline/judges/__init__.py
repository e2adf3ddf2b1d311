"""Independent judges of finished files, as far as this machine has them."""
