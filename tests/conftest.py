"""All tests run without a screen, whatever the machine has."""

import os

os.environ["QT_QPA_PLATFORM"] = "offscreen"
