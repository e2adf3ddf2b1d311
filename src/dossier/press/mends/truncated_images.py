"""Images that end too early."""


def mend() -> None:
    """Let Pillow refuse a damaged image again.

    WeasyPrint 70 tells Pillow, for the whole process, to fill up images that are cut off. Pages are set of images that were
    decoded and written anew when they were read; but the next dossier that the process reads must be refused a damaged one.
    """
    from PIL import ImageFile

    ImageFile.LOAD_TRUNCATED_IMAGES = False
