"""From gold and raw text to weights. Nothing at run time imports it."""
