"""`python -m renaksi_desktop.cli` is `renaksi`."""

import sys

from renaksi_desktop.cli import main

sys.exit(main())
