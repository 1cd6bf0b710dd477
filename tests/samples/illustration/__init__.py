# SPDX-License-Identifier: GPL-3.0-or-later
"""The invented portfolio that the program opens with, told as data; see data/samples/README.md."""
