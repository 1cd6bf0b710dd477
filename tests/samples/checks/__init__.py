# SPDX-License-Identifier: GPL-3.0-or-later
"""What data/samples/illustration.trama has to be."""
