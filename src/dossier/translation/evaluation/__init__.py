"""How near machine drafts come to translations that people made: passages paired, scored by sacrebleu, the worst shown."""
