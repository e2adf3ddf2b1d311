"""How near drafts come to reference translations."""
