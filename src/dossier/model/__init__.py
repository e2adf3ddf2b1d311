"""The values everybody speaks. This room imports no other."""
