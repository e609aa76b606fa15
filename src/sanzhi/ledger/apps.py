"""Django's card for the ledger; hands the kernel the function that writes entries before a commit."""

from django.apps import AppConfig

from sanzhi.kernel.commands import close_with, compare_with


class LedgerConfig(AppConfig):
    name = "sanzhi.ledger"
    label = "ledger"
    verbose_name = "防篡改日志"

    def ready(self) -> None:
        # Django allows models, and so the jobs and the closing, only after loading
        from sanzhi.kernel.stamps import stamp_with  # noqa: PLC0415
        from sanzhi.ledger import jobs  # noqa: F401, PLC0415
        from sanzhi.ledger.closing import close  # noqa: PLC0415
        from sanzhi.ledger.comparing import demand_as_sealed  # noqa: PLC0415
        from sanzhi.ledger.keys import stamp_of  # noqa: PLC0415

        close_with(close)
        compare_with(demand_as_sealed)
        stamp_with(lambda content: stamp_of(b"row " + content))
