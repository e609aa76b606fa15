"""Which proceedings are penalties: beside them a case may hold others, a seizure for one."""

from django.db.models import Q

PREFIX = "penalty/"
PENALTIES = Q(procedure_key__startswith=PREFIX)
