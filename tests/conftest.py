"""All tests run without a screen, whatever the machine has, and a slow machine fails none of them.

RENAKSI_EXAMPLES is how many examples a property is tried on, where the property itself does not say.
"""

import os

from hypothesis import HealthCheck, settings

os.environ["QT_QPA_PLATFORM"] = "offscreen"

settings.register_profile(
    "unhurried",
    max_examples=int(os.environ.get("RENAKSI_EXAMPLES", "25")),
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("unhurried")
