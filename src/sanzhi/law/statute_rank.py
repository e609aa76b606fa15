"""Of what rank a statute is, by its title: what only laws and administrative regulations may order stands in no local one."""

import re

# 河南省…条例, 平顶山市…条例 and …办法 are neither laws nor administrative regulations
LOCAL = re.compile("^(?!城市)[一-龥]{2,7}?(?:省|市|县|区)")
OF_STATE = re.compile("(?<!办)法(?:典)?$|条例$")


def is_of_state(statute: str) -> bool:
    """法律、行政法规"""
    return OF_STATE.search(statute) is not None and LOCAL.match(statute) is None
