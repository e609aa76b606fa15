"""The days off of the coming years, as far as the law alone says them: a story goes on where no notice is out yet."""

from datetime import timedelta

import django

django.setup()

from sanzhi.demo.cast import enter_calendar  # noqa: E402 - the house stands only now
from sanzhi.kernel import clock  # noqa: E402
from sanzhi.kernel.actor import system  # noqa: E402
from sanzhi.organisation.models import Authority  # noqa: E402

if __name__ == "__main__":
    code = Authority.objects.get().code
    enter_calendar(system(code), until=clock.today() + timedelta(days=730))
