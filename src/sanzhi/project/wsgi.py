"""The door for the web server."""

import os

from django.conf import settings
from django.core.wsgi import get_wsgi_application

from sanzhi.project.parent import end_with_parent
from sanzhi.project.seats import Seats

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sanzhi.project.settings")
application = Seats(get_wsgi_application(), seats=settings.SANZHI_THREADS)
end_with_parent()
