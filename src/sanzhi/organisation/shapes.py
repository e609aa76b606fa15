"""What is written on the public roster and into papers has the shape of what it is: no sentence fits into a number or a unit."""

from typing import Annotated

from pydantic import Field

# at most three characters, then letters, digits, hyphens; five digits at least
CertificateNumber = Annotated[
    str, Field(max_length=20, pattern=r"^[一-鿿]{0,3}-?[A-Z]{0,3}(?:-?[0-9][A-Z]{0,2}){5,}$")
]
UnitName = Annotated[
    str, Field(max_length=30, pattern=r"^[一-鿿0-9（）()]*(?:队|科|股|室|所|站|中心|处|局|组|部|办|院|窗口)$")
]
Position = Annotated[str, Field(max_length=20, pattern=r"^[一-鿿（）()、]*$")]
Area = Annotated[str, Field(max_length=60, pattern=r"^[一-鿿0-9A-Za-z（）()、·-]*$")]
Body = Annotated[str, Field(min_length=2, max_length=100, pattern=r"^[一-鿿0-9A-Za-z（）()·-]+$")]
NumberWord = Annotated[str, Field(min_length=1, max_length=10, pattern=r"^[一-鿿]+$")]  # 舞城管
Phone = Annotated[str, Field(max_length=40, pattern=r"^[0-9()+、，,；; 转-]{5,}(?:（[一-鿿]{1,4}）)?$")]
Postcode = Annotated[str, Field(pattern=r"^(?:[0-9]{6})?$")]
Account = Annotated[str, Field(max_length=40, pattern=r"^[0-9 -]+$")]
Address = Annotated[str, Field(min_length=2, max_length=200, pattern=r"^[^\r\n。！？!?]+$")]
