"""Things in custody that are auctioned for an unpaid fine: entrusted, held, set off, the rest given back (行政强制法 §46(3), §48, §49)."""

from django.db import models

from sanzhi.cases.models import Proceeding
from sanzhi.kernel.models import Recorded


class Auction(Recorded):
    """`is_sold` is None until it was held; money in yuan; `lines` are the derivation of `deducted` and `rest`."""

    proceeding = models.ForeignKey(Proceeding, models.PROTECT, related_name="auctions", verbose_name="程序")
    auctioneer = models.CharField("拍卖机构", max_length=100)
    contract = models.CharField("委托拍卖合同号", max_length=80)
    reserve = models.DecimalField("保留价（元）", max_digits=14, decimal_places=2)
    notice = models.CharField("拍卖公告的媒体", max_length=200)
    notice_on = models.DateField("公告日")
    auction_on = models.DateField("拍卖日")
    entrusted_on = models.DateField("委托日")
    held_on = models.DateField("举行日", null=True)
    is_sold = models.BooleanField("成交", null=True)
    failed_for = models.TextField("没有成交的情况", blank=True)
    price = models.DecimalField("成交价（元）", max_digits=14, decimal_places=2, null=True)
    costs = models.DecimalField("拍卖费用（元）", max_digits=14, decimal_places=2, null=True)
    buyer = models.CharField("买受人", max_length=100, blank=True)
    confirmation = models.CharField("成交确认书号", max_length=80, blank=True)
    deducted = models.DecimalField("抵缴罚款（元）", max_digits=14, decimal_places=2, null=True)
    rest = models.DecimalField("余款（元）", max_digits=14, decimal_places=2, null=True)
    lines = models.JSONField("抵缴的计算", default=list)
    rest_returned_on = models.DateField("余款退还日", null=True)
    rest_receiver = models.CharField("余款领取人", max_length=100, blank=True)
    rest_voucher = models.CharField("余款退还凭证号", max_length=40, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "拍卖抵缴"
        ordering = ["id"]
